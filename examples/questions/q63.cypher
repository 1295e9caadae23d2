// Are the meeting and the parade on one day?
MATCH (meeting "Putin-Xi talks")-[:COINCIDES_WITH {article: '004'}]-(parade "Victory Day parade"),
      (meeting)-[m:DATED]->(), (parade)-[p:DATED]->()
WITH collect(DISTINCT m.when) AS meeting, collect(DISTINCT p.when) AS parade
RETURN meeting, parade, meeting = parade AS same_day
