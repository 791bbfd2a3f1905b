import { argument, flag, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'xfuser',
  language: 'python',
  modules: ['xfuser'],
  calls: [
    // Its pipelines, each named after the one of diffusers that it runs on several devices.
    { callee: 'from_pretrained', id: argument(0, 'pretrained_model_name_or_path') },
    // Adds the engine's flags to a program's own.
    { callee: 'xFuserArgs.add_cli_args', id: flag('--model') },
  ],
  examples: [
    {
      code: 'from xfuser import xFuserPixArtAlphaPipeline\nxFuserPixArtAlphaPipeline.from_pretrained(pretrained_model_name_or_path="PixArt-alpha/PixArt-XL-2-1024-MS", engine_config=config)',
      finds: ['PixArt-alpha/PixArt-XL-2-1024-MS'],
    },
    {
      code: 'from xfuser import xFuserArgs\nfrom xfuser.config import FlexibleArgumentParser\nparser = xFuserArgs.add_cli_args(FlexibleArgumentParser())\nparser.set_defaults(model="org/model", prompt="org/prompt")\nxFuserArgs.from_cli_args(parser.parse_args())',
      finds: ['org/model'],
    },
    {
      code: 'from xfuser import xFuserArgs\nxFuserArgs.add_cli_args(parser).parse_args()',
      finds: [],
    },
  ],
};
