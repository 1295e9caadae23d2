# openCypher, with Hearsay's three extensions and Neo4j's shortest paths. Compiled by nearleyc; see README.md in this
# folder.
#
# All lists are left-recursive, without `:*` and `:+`: nearley needs quadratic time for right recursion, and `:*` and
# `:+` copy the list for each item.

@preprocessor esmodule
@lexer lexer
@{%
import { append, last, single } from "../build-common.ts";
import { extendUnion, mode, singleQuery, startUnion, statement } from "../build-query.ts";
import { lexer } from "../lexer.ts";
%}

statement -> mode:? union ";":?                    {% statement %}

mode -> "EXPLAIN"                                  {% mode %}
      | "PROFILE"                                  {% mode %}

union -> singleQuery                               {% startUnion %}
       | union "UNION" "ALL":? singleQuery         {% extendUnion %}

singleQuery -> clauses                             {% singleQuery %}

clauses -> firstClause                             {% single %}
         | clauses clause                          {% append %}

# Extension: a query may begin with a pattern; MATCH is implied.
firstClause -> clause                              {% id %}
             | barePattern                         {% id %}

clause -> matchClause                              {% id %}
        | unwindClause                             {% id %}
        | callClause                               {% id %}
        | createClause                             {% id %}
        | mergeClause                              {% id %}
        | setClause                                {% id %}
        | removeClause                             {% id %}
        | deleteClause                             {% id %}
        | withClause                               {% id %}
        | returnClause                             {% id %}

@include "./clauses.ne"
@include "./writing.ne"
@include "./call.ne"
@include "./projection.ne"
@include "./pattern.ne"
@include "./expression.ne"
@include "./atom.ne"
@include "./name.ne"
