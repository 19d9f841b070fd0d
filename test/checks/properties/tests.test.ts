import { testProperties } from "./catalogue";
import { describeProperty } from "./kit/property";

testProperties.forEach(describeProperty);
