"""The engine of many machines: the same shards, given to the workers of a Dask cluster.

Each worker of Dask does a shard in a process of its own beside it, as the local engine does, so that a file that
crashes or hangs costs that file there too. A worker that dies is made good by Dask: another one gets the shard.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Any

from dieukhoan.batch.shards import Event, Order, Task
from dieukhoan.batch.words import say
from dieukhoan.batch.worker import Worker
from dieukhoan.core.errors import UsageError

_AHEAD = 3  # shards that wait at each thread of the cluster, so that none is idle
_DEATHS = 3  # times that a shard is given out again whose workers died under it
_WAIT = 30.0  # seconds for the first worker of a cluster to show itself

Client = Any
"""The client of Dask, which is imported where it is used."""

_here = threading.local()
_workers: list[Worker] = []
"""The workers that the threads of this process keep from shard to shard."""


class Cluster:
    """Runs shards on the cluster at the address ``scheduler``; without one, on a cluster made on this machine."""

    def __init__(self, scheduler: str = "") -> None:
        self._scheduler = scheduler

    def __call__(self, shards: Iterator[Sequence[Task]], order: Order) -> Iterator[Event]:
        """As the local engine, see :func:`dieukhoan.batch.local.run`. Raises UsageError without Dask or workers."""
        with ExitStack() as stack:
            client = self._client(order, stack)
            stack.callback(_release, client)
            yield from _events(client, shards, order)

    def _client(self, order: Order, stack: ExitStack) -> Client:
        try:
            import distributed
        except ImportError as error:
            raise UsageError(say("no_dask", order.lang)) from error
        address: object = self._scheduler
        try:
            if not address:
                options = {"processes": True, "dashboard_address": None, "silence_logs": logging.CRITICAL}
                cluster = distributed.LocalCluster(n_workers=order.jobs, threads_per_worker=1, **options)
                address = stack.enter_context(cluster)
            client = stack.enter_context(distributed.Client(address, timeout=_WAIT, set_as_default=False))
            client.wait_for_workers(1, timeout=_WAIT)
        except (OSError, ValueError) as error:  # a time-out of Dask is an OSError
            raise UsageError(say("no_cluster", order.lang, address=self._scheduler, reason=error)) from error
        return client


def _events(client: Client, shards: Iterator[Sequence[Task]], order: Order) -> Iterator[Event]:
    """The events of ``shards`` as they are finished; only so many are given out that no thread is idle."""
    import distributed

    deaths: dict[str, int] = {}
    given: dict[str, Sequence[Task]] = {}
    pending = distributed.as_completed(loop=client.loop)

    def give(tasks: Sequence[Task], died: int = 0) -> None:
        """Hand ``tasks`` to the cluster; ``died`` is how many workers they have cost so far."""
        future = client.submit(_shard, tasks, order, pure=False)
        given[future.key], deaths[future.key] = tasks, died
        pending.add(future)

    for tasks in islice(shards, _AHEAD * max(1, sum(client.nthreads().values()))):
        give(tasks)
    for future in pending:
        tasks, died = given.pop(future.key), deaths.pop(future.key)
        try:
            events = future.result()
        except distributed.KilledWorker as error:
            if died == _DEATHS:
                raise UsageError(say("workers_die", order.lang, reason=error)) from error
            give(tasks, died + 1)
            continue
        except distributed.CancelledError as error:
            raise UsageError(say("no_cluster", order.lang, address="", reason=error)) from error
        future.release()
        yield from events
        if (more := next(shards, None)) is not None:
            give(more)


def _shard(tasks: Sequence[Task], order: Order) -> list[Event]:
    """A shard, in a thread of a worker of Dask. Raises UsageError where this machine would give other rows."""
    worker: Worker | None = getattr(_here, "worker", None)
    if worker is None or worker.order != order:
        order.work.agree(socket.gethostname())
        if worker:
            worker.close()
        worker = _here.worker = Worker(order)
        _workers.append(worker)
    return list(worker.run(tasks))


def _release(client: Client) -> None:
    """Let every worker process go, on all machines that are still there."""
    if client.status == "running":
        client.run(_dismiss, on_error="ignore")


def _dismiss() -> None:
    while _workers:
        _workers.pop().close()
    _here.__dict__.clear()
