"""Rules over a report: findings at places, what silences them, and the gate."""
