import type { Lookup } from '../model/record.ts';
import { fromTable } from './table.ts';
import type { HubClient } from './types.ts';

/**
 * Weights Ultralytics trains and publishes itself: `yolov8n.pt`, `yolo11m-seg.pt`, `yolov5su.pt`, `yolov8s-worldv2.pt`.
 * Source: the list of assets of ultralytics 8.4.190, and the releases of YOLOv3 and YOLOv5 before it.
 */
const ownWeights =
  /^(yolov3(-spp|-tiny)?u?|yolov5[nsmlx]6?u?|yolov8[nsmlx](-(seg|cls|pose|pose-p6|obb|worldv?2?|oiv7))?|yolo(11|12|26)[nsmlx](-(seg|cls|pose|obb|sem|depth|distill|sem-ade20k|objv1-150|objv1-seg|grayscale))?|yoloe-(v8|11|26)[nsmlx]-seg(-pf)?)$/;

/** Weights the package downloads on demand but others made, each under a license of its own. */
const othersWeights = /^(sam2?(\.1)?_|mobile_sam|fastsam|rtdetr-|yolo_nas_|yolov(4|6|7|9|10)|mobileclip)/i;

/** The package's own weights share the package's license unless an enterprise license was bought. */
export const client: HubClient = {
  hub: 'ultralytics',
  lookup: async query => lookUpUltralytics(query.target),
};

function lookUpUltralytics(target: string): Lookup {
  if (/\.ya?ml$/.test(target)) {
    return { state: 'skipped', why: 'a configuration: the model starts untrained' };
  }
  // With a folder before it, it is a file of the user's own.
  const name = /^[^/\\]+$/.test(target) ? target.replace(/\.pt$/, '') : '';
  if (ownWeights.test(name)) {
    return fromTable('ultralytics', `${name}.pt`, {
      license: 'agpl-3.0',
      url: 'https://github.com/ultralytics/ultralytics/blob/main/LICENSE',
      library: 'ultralytics',
      architecture: name.replace(/^(yolo(?:v\d|\d\d|e)).*$/, '$1'),
      weightFormats: ['pickle'],
    });
  }
  const why = othersWeights.test(name)
    ? "another publisher's weights that Ultralytics passes on: no license is stated for them here"
    : "a file of weights, not one of Ultralytics' own";
  return { state: 'skipped', why };
}
