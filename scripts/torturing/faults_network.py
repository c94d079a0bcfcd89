"""Faults between clients and members, on one, two or all links of the proxy."""

import asyncio

import boot
import proxy


async def on_links(world, fault, rng, strike):
    """Strikes some links, and heals them after a while; held bytes are then delivered late, or reset."""
    count = rng.choices([1, 2, 3], weights=[10, 8, 2])[0]
    links = rng.sample(world.proxy.links, count)
    long = count == len(world.proxy.links) and rng.random() < 0.5  # longer than the shortest TTL
    seconds = rng.uniform(2.3, 4.6) if long else rng.uniform(0.2, 1.6)
    reset = rng.random() < 0.5
    fault.shakes_etcd = True
    fault.detail = f"{count} link(s) {seconds:.2f}s{' reset' if reset else ''}"
    for link in links:
        strike(link)
    passes = any(link.open[way].is_set() for link in links for way in proxy.BOTH) and not links[0].cut
    one_way = any(not link.open[way].is_set() for link in links for way in proxy.BOTH)
    fault.everybody = count == len(world.proxy.links) and (one_way or not passes)
    fault.began = boot.now()
    await asyncio.sleep(seconds)
    fault.ended = boot.now()
    for link in links:
        link.heal()
        if reset:
            link.reset()
    fault.healed = boot.now()
    return True


async def latency(world, fault, rng):
    seconds = rng.uniform(0.02, 0.6)

    def strike(link):
        link.latency = seconds

    return await on_links(world, fault, rng, strike)


async def cut(world, fault, rng):
    def strike(link):
        link.cut = True
        link.reset()

    return await on_links(world, fault, rng, strike)


async def black_hole(world, fault, rng):
    return await on_links(world, fault, rng, lambda link: link.hold(proxy.BOTH))


async def one_way(world, fault, rng):
    direction = rng.choice(proxy.BOTH)
    return await on_links(world, fault, rng, lambda link: link.hold([direction]))


KINDS = {
    "network latency": latency,
    "network cut": cut,
    "network black hole": black_hole,
    "network one way": one_way,
}
