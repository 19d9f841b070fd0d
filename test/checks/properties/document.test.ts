import { documentProperties } from "./catalogue";
import { describeProperty } from "./kit/property";

documentProperties.forEach(describeProperty);
