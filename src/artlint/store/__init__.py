"""Results of earlier runs, kept in one SQLite file; losing it costs time and nothing else."""
