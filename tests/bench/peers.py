"""All peers, the fastest first."""

from texts import Fortune, Hledger, Jq, Ledger, TodoTxt
from trackers import Sqlite, Taskwarrior, Timewarrior

PEERS = (Sqlite, Timewarrior, Taskwarrior, Jq, TodoTxt, Fortune, Ledger, Hledger)
PACKAGES = [peer.package for peer in PEERS] + ["fortunes-min"]
