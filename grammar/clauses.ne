# Reading clauses.

@lexer lexer
@{%
import { barePattern, matchClause, unwindClause } from "../build-clauses.ts";
%}

matchClause -> "OPTIONAL":? "MATCH" patterns accordingTo:? where:?     {% matchClause %}

barePattern -> barePatterns accordingTo:? where:?                      {% barePattern %}

# The first pattern has no path variable: a query that begins with a name is more likely a misspelled clause.
barePatterns -> matchedPattern                                         {% single %}
              | barePatterns "," patternPart                           {% append %}

# Extension: the claimant of all relationships of the pattern.
accordingTo -> "ACCORDING" "TO" string                                 {% last %}

where -> "WHERE" expression                                            {% last %}

unwindClause -> "UNWIND" expression "AS" variable                      {% unwindClause %}
