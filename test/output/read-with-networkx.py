"""Reads the GEXF file given as argument with NetworkX and prints the graph as JSON."""

import json
import math
import sys

import networkx
from networkx.readwrite.gexf import GEXF

# Older releases of NetworkX, such as 2.8, read the elements of GEXF 1.3, but do not know its namespace:
if "1.3" not in GEXF.versions:
    GEXF.versions["1.3"] = {
        **GEXF.versions["1.2draft"],
        "NS_GEXF": "http://gexf.net/1.3",
        "NS_VIZ": "http://gexf.net/1.3/viz",
        "VERSION": "1.3",
    }


def as_json(value):
    """JSON has no infinity."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    return str(value) if isinstance(value, float) and math.isinf(value) else value


graph = networkx.read_gexf(sys.argv[1])
print(
    json.dumps(
        {
            "directed": graph.is_directed(),
            "multigraph": graph.is_multigraph(),
            "nodes": as_json(dict(graph.nodes(data=True))),
            "edges": [
                {"source": source, "target": target, "attributes": as_json(attributes)}
                for source, target, attributes in graph.edges(data=True)
            ],
        }
    )
)
