/** The library reads the tag of an architecture's weights in any case, and `-` as `_`. */
export function openClipTag(tag: string): string {
  return tag.toLowerCase().replaceAll('-', '_');
}
