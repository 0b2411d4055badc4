"""Whether this process can serve: the database answers and has all migrations."""

import logging

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

logger = logging.getLogger(__name__)


def problem() -> str:
    """Empty when all is well, else what is missing, in words for the log of an operator."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        logger.exception("The database does not answer")
        return "database: no answer"
    return f"migrations: {len(pending)} missing" if pending else ""
