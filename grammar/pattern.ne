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

# Extension, as Neo4j has it. The words are keywords before a bracket only; mark-tokens.ts finds them.
shortestPath -> "SHORTESTPATH" "(" searchedPattern ")"                 {% shortestPath %}
              | "ALLSHORTESTPATHS" "(" searchedPattern ")"             {% allShortestPaths %}

searchedPattern -> patternElement                                      {% id %}

patternElement -> nodePattern                                          {% pathStart %}
                | patternElement relationshipPattern nodePattern       {% addStep %}

# A pattern of at least one relationship, as an expression has it; mark-tokens.ts finds its first bracket.
relationshipsPattern -> markedNodePattern relationshipPattern nodePattern         {% addStep %}
                      | relationshipsPattern relationshipPattern nodePattern      {% addStep %}

markedNodePattern -> %patternStart nodeContent ")"                     {% nodePattern %}

nodePattern -> nodeStart nodeContent ")"                               {% nodePattern %}

nodeStart -> "("                                                       {% id %}
           | %patternStart                                             {% id %}

# Extension: a string names the node.
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
