"""Faults of who reads etcdpat's standard error: the pipe is full, and nobody reads it for longer than the TTL.

Meanwhile the lock is lost in one way or another. Nothing that ends the command may wait for that pipe.
"""

import asyncio
import signal

import faults_process

HOWS = ["revoke", "delete", "guardian stop", "guardian stop, revoke", "keeper stop", "terminate"]


async def lose(world, rng, target, how):
    if "revoke" in how:
        return await faults_process.revoke(world, rng, target)
    if how == "delete":
        return await faults_process.delete_key(world, rng, target)
    return how != "terminate" or faults_process.terminate(target)


@faults_process.struck_at_running(needs=1.5, fits=lambda section: section.run.pipe)
async def stderr_full(world, fault, rng, target):
    how, seconds = rng.choice(HOWS), target.run.ttl + rng.uniform(0.3, 1.5)
    fault.detail += f" {how}"
    target.run.pipe.stall()
    try:

        async def meanwhile():
            done = await lose(world, rng, target, how)
            await asyncio.sleep(seconds if done else 0)
            return done

        stopped = [target.guardian] if "guardian" in how else [target.keeper] if "keeper" in how else []
        if world.plant == "deaf-stderr":
            stopped = [target.keeper, target.guardian]  # as if both waited for the pipe
        return await target.stop(stopped, meanwhile()) is not None
    finally:
        target.run.pipe.resume()


KINDS = {"stderr full": stderr_full}
