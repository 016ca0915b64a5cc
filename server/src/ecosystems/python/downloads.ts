import type { CommandWithoutEffects } from '../../model/commands';
import type { StageSoFar } from '../../model/model';
import { joinPath } from '../../text/path';
import { homeOf, placeOf, valueOf } from './environment';

/** A library that keeps what it downloads in a folder of its own. */
interface Store {
  /** How code that downloads reads. */
  readonly calls: RegExp;
  /** Variables that say where, the first that is set. Each with what it has below it. */
  readonly variables: readonly (readonly [name: string, below: string])[];
  /** Below the home folder otherwise. */
  readonly home: string;
}

/** Sources: the libraries' documentation of their caches. */
const stores: readonly Store[] = [
  {
    calls: /\bnltk\.download\b|\bnltk\.downloader\b/,
    variables: [['NLTK_DATA', '']],
    home: 'nltk_data',
  },
  {
    calls:
      /\bfrom_pretrained\b|\bSentenceTransformer\b|\bCrossEncoder\b|\bsnapshot_download\b|\bhf_hub_download\b|\btransformers\b|\bpipeline\s*\(|\bfaster_whisper\b|\bload_dataset\b|\bhuggingface_hub\b|\bFlagEmbedding\b/,
    variables: [
      ['HF_HOME', ''],
      ['XDG_CACHE_HOME', 'huggingface'],
    ],
    home: '.cache/huggingface',
  },
  {
    calls: /\btorch\.hub\b|\btorchvision\.models\b|\btimm\.create_model\b|\bmodels\.resnet/,
    variables: [
      ['TORCH_HOME', ''],
      ['XDG_CACHE_HOME', 'torch'],
    ],
    home: '.cache/torch',
  },
  { calls: /\bwhisper\.load_model\b/, variables: [['XDG_CACHE_HOME', 'whisper']], home: '.cache/whisper' },
  { calls: /\beasyocr\b/, variables: [['EASYOCR_MODULE_PATH', '']], home: '.EasyOCR' },
  { calls: /\bgensim\.downloader\b/, variables: [['GENSIM_DATA_DIR', '']], home: 'gensim-data' },
  { calls: /\bkeras\.applications\b|\bkeras\.datasets\b/, variables: [['KERAS_HOME', '']], home: '.keras' },
  { calls: /\bstanza\.download\b/, variables: [['STANZA_RESOURCES_DIR', '']], home: 'stanza_resources' },
  { calls: /\btiktoken\b/, variables: [['TIKTOKEN_CACHE_DIR', '']], home: '' },
  { calls: /\brembg\b|\bu2net\b/, variables: [['U2NET_HOME', '']], home: '.u2net' },
  { calls: /\bargostranslate\b/, variables: [], home: '.local/share/argos-translate' },
  { calls: /\bdeepface\b|\bDeepFace\b/, variables: [['DEEPFACE_HOME', '.deepface']], home: '.deepface' },
  { calls: /\bpaddleocr\b|\bPaddleOCR\b/, variables: [], home: '.paddleocr' },
  { calls: /\bfastembed\b/, variables: [['FASTEMBED_CACHE_PATH', '']], home: '' },
  { calls: /\bchromadb\b/, variables: [], home: '.cache/chroma' },
  { calls: /\bsetfit\b/, variables: [], home: '.cache/huggingface' },
];

/** Folders that the code leaves downloads in, absolute. */
export function downloadsOf(code: string, command: CommandWithoutEffects, stage: StageSoFar): string[] {
  return stores.flatMap(({ calls, variables, home }) => {
    if (!calls.test(code)) return [];
    for (const [name, below] of variables) {
      const value = valueOf(command, name);
      const place = value === undefined ? undefined : placeOf(command, value);
      if (place !== undefined) return [below === '' ? place : joinPath(place, below)];
    }
    return home === '' ? [] : [joinPath(homeOf(command, stage), home)];
  });
}
