"""Whether this process can serve: the database answers and has all migrations."""

import logging
from threading import Event

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

logger = logging.getLogger(__name__)

# Remembered once it holds: reading all migrations takes long, and they don't go away.
migrated = Event()


def problem() -> str:
    """Empty when all is well, else what is missing, in words for the log of an operator."""
    try:
        return _database_problem()
    except Error:
        logger.exception("The database does not answer")
        return "database: no answer"


def _database_problem() -> str:
    if not migrated.is_set():
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if pending:
            return f"migrations: {len(pending)} missing"
        migrated.set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""
