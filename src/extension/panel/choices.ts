import { defaultSettings } from "../../psychometrics/analysis";
import { type Choices } from "../../webview/protocol";

/** What a panel opens with where no study says otherwise. */
export const defaultChoices: Choices = { items: null, reverse: [], scales: [], missingCodes: [], settings: defaultSettings };
