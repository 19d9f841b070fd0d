import { describeProperty } from "./kit/property";
import { factorProperties } from "./catalogue";

factorProperties.forEach(describeProperty);
