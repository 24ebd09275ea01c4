"""The language and version editions that a path belongs to."""

import re
from functools import lru_cache
from pathlib import PurePosixPath

# ISO 639-1 without "io", "ml", "os", "ps" and "tk", which folders of software documentation mean otherwise,
# and the three-letter codes that translated sites use.
_LANGUAGE_NAMES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el"
    " en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik is it iu"
    " ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk mn mr ms mt my na"
    " nb nd ne ng nl nn no nr nv ny oc oj om or pa pi pl pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq"
    " sr ss st su sv sw ta te tg th ti tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
    " ckb fil hsb kab yue cn jp kr tw ua"
    " english german deutsch french francais spanish espanol portuguese italian russian chinese japanese korean"
)
_LANGUAGES = frozenset(_LANGUAGE_NAMES.split())
_TAG = r"([a-z]+)(?:[-_](?:hans|hant|latn|cyrl|[a-z]{2}|\d{3}|valencia))*"
_LANGUAGE = rf"(?i){_TAG}"
_LANGUAGE_SUFFIX = rf"(?i)(?:\.|(?<=readme)[-_])({_TAG})$"
_REGIONAL_SUFFIX = r"[-_](([a-z]{2,3})[-_](?:[A-Z]{2}|[Hh]an[st]))$"
_INDEX_FILES = frozenset(("index", "_index", "readme"))
_NUMBER = r"^[\d._-]+(?=[^\W\d])"
_VERSION_SUFFIX = r"(?i)(?<=.)[._-]v?\d+(?:\.\d+)+$"
_VERSION = (
    r"(?i)(?:v|version|release|rel)?[-_]?\d+(?:\.\d+)+(?:\.x)?(?:[-.]?(?:alpha|beta|rc|dev|lts)\.?\d*)?"
    r"|(?:v|version|release|rel)[-_]?\d+(?:\.x)?|\d+\.x"
    r"|latest|stable|next|current|nightly|unreleased|legacy|old|archived?|.*[-_]edition|previous|deprecated"
)


def edition(path: str) -> tuple[str, ...]:
    """The language and version marks in `path`, lower-case; two articles of one edition have equal ones."""
    folder, _, name = path.rpartition("/")
    suffix = _file_language(PurePosixPath(name).stem)
    return (*_folder_edition(folder), suffix) if suffix else _folder_edition(folder)


@lru_cache(maxsize=4096)
def _folder_edition(folder: str) -> tuple[str, ...]:
    return tuple(part.lower() for part in folder.split("/") if is_language(part) or re.fullmatch(_VERSION, part))


def is_language(name: str) -> bool:
    """Whether `name` is a language's tag or name: `de`, `pt-BR`, `zh_hans`."""
    match = re.fullmatch(_LANGUAGE, name)
    return bool(match and match[1].lower() in _LANGUAGES)


def _file_language(stem: str) -> str:
    """`de` for `index.de`, `README_de` and `guide-de-DE`, else ""."""
    match = re.search(_LANGUAGE_SUFFIX, stem) or re.search(_REGIONAL_SUFFIX, stem)
    return match[1].lower() if match and match[2].lower() in _LANGUAGES else ""


def page_name(path: str) -> str:
    """What the file name says of the page, without marks of language, version and place; of index files, the folder's.

    `solution_zh-cn.md` and `solution.md` are one page, and so are `03-solution.md` and `solution/index.html`.
    """
    file = PurePosixPath(path)
    name = file.parent.name.removesuffix(".html") if file.stem.lower() in _INDEX_FILES else file.stem
    return re.sub(_NUMBER, "", without_marks(name).lower())


def without_marks(stem: str, separators: str = "._-") -> str:
    """The file's stem without a language's tag or a version at its end."""
    stem = re.sub(_VERSION_SUFFIX, "", stem)
    marks = (mark.start() for mark in re.finditer(rf"(?<=.)[{separators}]", stem))
    return next((stem[:start] for start in marks if is_language(stem[start + 1 :])), stem)
