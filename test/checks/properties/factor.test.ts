import { factorProperties } from "./catalogue";
import { describeProperty } from "./kit/property";

factorProperties.forEach(describeProperty);
