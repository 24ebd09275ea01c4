"""Near-duplicate articles by datatrove's MinHash in its default setting, its four steps one after the other.

    python datatrove_minhash.py FOLDER

Runs in the environment of datatrove, see installing.py; prints how many articles are left.
"""

import json
import sys
import tempfile
from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter


def main(articles: Path, folder: Path) -> None:
    dump = folder / "dump"
    dump.mkdir()
    with (dump / "articles.jsonl").open("w", encoding="utf-8") as file:
        for path in sorted(articles.rglob("*.md")):
            file.write(json.dumps({"text": path.read_text("utf-8"), "id": str(path)}) + "\n")
    signatures, buckets, removed, kept = (str(folder / name) for name in ("signatures", "buckets", "removed", "kept"))
    for step, tasks in (
        ([JsonlReader(str(dump)), MinhashDedupSignature(signatures)], 1),
        ([MinhashDedupBuckets(signatures, buckets)], 14),
        ([MinhashDedupCluster(buckets, removed)], 1),
        ([JsonlReader(str(dump)), MinhashDedupFilter(removed), JsonlWriter(kept, compression=None)], 1),
    ):
        LocalPipelineExecutor(step, tasks=tasks, workers=1, logging_dir=None).run()
    print(sum(len(path.read_text().splitlines()) for path in Path(kept).glob("*.jsonl")), "articles are left")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(sys.argv[1]), Path(temporary))
