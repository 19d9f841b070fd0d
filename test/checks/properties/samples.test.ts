import { sampleProperties } from "./catalogue";
import { describeProperty } from "./kit/property";

sampleProperties.forEach(describeProperty);
