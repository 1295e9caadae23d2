# Patterns: nodes and the relationships between them.

@lexer lexer
@{%
import {
  addStep, allShortestPaths, atLeast, atMost, between, exactly, incoming, nodePattern, outgoing, patternPart, pathStart,
  relationshipDetail, shortestPath, undirected, unbounded,
} from "../build-patterns.ts";
%}

patterns -> patternPart                                                {% single %}
          | patterns "," patternPart                                   {% append %}

patternPart -> pathVariable:? matchedPattern                           {% patternPart %}

pathVariable -> variable "="                                           {% id %}

matchedPattern -> patternElement                                       {% id %}
                | shortestPath                                         {% id %}

# Extension, with Neo4j's syntax. The words are keywords only before a parenthesis; mark-tokens.ts finds them.
shortestPath -> "SHORTESTPATH" "(" searchedPattern ")"                 {% shortestPath %}
              | "ALLSHORTESTPATHS" "(" searchedPattern ")"             {% allShortestPaths %}

searchedPattern -> patternElement                                      {% id %}

patternElement -> nodePattern                                          {% pathStart %}
                | patternElement relationshipPattern nodePattern       {% addStep %}

# A pattern in an expression, with at least one relationship; mark-tokens.ts finds its first parenthesis.
relationshipsPattern -> markedNodePattern relationshipPattern nodePattern         {% addStep %}
                      | relationshipsPattern relationshipPattern nodePattern      {% addStep %}

markedNodePattern -> %patternStart nodeContent ")"                     {% nodePattern %}

nodePattern -> nodeStart nodeContent ")"                               {% nodePattern %}

nodeStart -> "("                                                       {% id %}
           | %patternStart                                             {% id %}

# Extension: a string is the name of the node.
nodeContent -> variable:? string:? labels:? properties:?

labels -> ":" labelName                                                {% single %}
        | labels ":" labelName                                         {% append %}

properties -> map                                                      {% id %}
            | parameter                                                {% id %}

relationshipPattern -> dash relationshipDetail:? "-" ">"               {% outgoing %}
                     | less "-" relationshipDetail:? "-"               {% incoming %}
                     | dash relationshipDetail:? "-"                   {% undirected %}
                     | less "-" relationshipDetail:? "-" ">"           {% undirected %}

dash -> "-"                                                            {% id %}
      | %patternDash                                                   {% id %}

less -> "<"                                                            {% id %}
      | %patternLess                                                   {% id %}

relationshipDetail -> "[" variable:? relationshipTypes:? lengthRange:? properties:? "]"    {% relationshipDetail %}

relationshipTypes -> ":" relationshipType                              {% single %}
                   | relationshipTypes "|" ":":? relationshipType      {% append %}

lengthRange -> "*"                                                     {% unbounded %}
             | "*" ".."                                                {% unbounded %}
             | "*" lengthBound                                         {% exactly %}
             | "*" lengthBound ".."                                    {% atLeast %}
             | "*" ".." lengthBound                                    {% atMost %}
             | "*" lengthBound ".." lengthBound                        {% between %}

lengthBound -> %integer                                                {% id %}
