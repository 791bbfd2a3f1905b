import { argument, type Loader, type Target } from './loader.ts';

/**
 * Weights the package fetches from its own releases: a version, a size and a task. Any other file name is the user's own
 * file, as `yolov8n-face.pt`.
 */
const published = [
  /^yolov?\d{1,2}[a-z]?6?u?(-(cls|seg|pose(-p6)?|obb|oiv7|worldv?2?|sem(-ade20k)?|depth|distill|objv1-(150|seg)|grayscale|(spp|tiny)u?))?\.pt$/,
  /^yoloe-(v8|\d{2})[a-z]-seg(-pf)?\.pt$/,
  /^yolo_nas_[sml]\.pt$/,
  /^(rtdetr-[lx]|FastSAM-[sx]|mobile_sam|sam(2(\.\d)?)?_[tsbl]\+?)\.pt$/,
];

export const loader: Loader = {
  library: 'ultralytics',
  language: 'python',
  modules: ['ultralytics'],
  calls: ['YOLO', 'YOLOWorld', 'YOLOE', 'SAM', 'RTDETR', 'FastSAM', 'NAS'].map(callee => ({
    callee,
    id: argument(0, 'model'),
    interpret,
  })),
  examples: [
    { code: 'from ultralytics import YOLO\nmodel = YOLO("yolo11n.pt")', finds: ['yolo11n.pt'] },
    { code: 'from ultralytics import YOLO\nmodel = YOLO("runs/train/weights/best.pt")', finds: [] },
    {
      code: 'from ultralytics import YOLO\nmodel = YOLO("best.pt")\nface = YOLO("yolov8n-face.pt")',
      finds: [],
    },
    {
      code: 'from ultralytics import SAM, YOLO\nfor name in ["yolov8x-seg.pt", "yolov5n6u.pt", "yolov3-tinyu.pt", "yolo26n-pose.pt"]:\n    YOLO(name)\nSAM("sam2.1_b.pt")',
      finds: ['yolov8x-seg.pt', 'yolov5n6u.pt', 'yolov3-tinyu.pt', 'yolo26n-pose.pt', 'sam2.1_b.pt'],
    },
  ],
};

function interpret(id: string): Target | undefined {
  return published.some(name => name.test(id)) ? { hub: 'ultralytics', target: id } : undefined;
}
