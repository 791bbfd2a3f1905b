import { argument, type Loader, type Target } from './loader.ts';

/** Weights the package fetches from its own releases. Any other file name is the user's own file. */
const published = /^(yolo(v?\d+|e|_nas|-?world)?[\w-]*|rtdetr-[lx]|(mobile_)?sam[\w.]*|FastSAM-[sx])\.pt$/;

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
    { code: 'from ultralytics import YOLO\nmodel = YOLO("best.pt")', finds: [] },
  ],
};

function interpret(id: string): Target | undefined {
  return published.test(id) ? { hub: 'ultralytics', target: id } : undefined;
}
