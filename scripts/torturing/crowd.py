"""A busy host: this program forks many processes that do nothing. It writes their numbers, a line, when all are there.

All of them read the same standard input: when it ends, as it does when the torture run dies of anything, so do they.
"""

import gc
import os
import sys

gc.freeze()
numbers = []
for _ in range(int(sys.argv[1])):
    number = os.fork()
    if not number:
        os.read(0, 1)
        os._exit(0)
    numbers.append(number)
os.write(1, " ".join(map(str, numbers)).encode() + b"\n")
os.read(0, 1)
for _ in numbers:
    os.wait()
