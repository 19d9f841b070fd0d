import { reliabilityProperties } from "./catalogue";
import { describeProperty } from "./kit/property";

reliabilityProperties.forEach(describeProperty);
