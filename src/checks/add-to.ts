/** Adds an item to the list that a map holds under a key; a list grows in place, so that many items of one key cost their number. */
export function addTo<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
