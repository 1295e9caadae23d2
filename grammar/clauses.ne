# The clauses that read.

@lexer lexer
@{%
import { barePattern, matchClause, unwindClause } from "../build-clauses.ts";
%}

matchClause -> "OPTIONAL":? "MATCH" patterns accordingTo:? where:?     {% matchClause %}

barePattern -> barePatterns accordingTo:? where:?                      {% barePattern %}

# The first has no path variable: a query that begins with a name is more likely a misspelt clause.
barePatterns -> matchedPattern                                         {% single %}
              | barePatterns "," patternPart                           {% append %}

# Extension: whose claims the relationships of the pattern must be.
accordingTo -> "ACCORDING" "TO" string                                 {% last %}

where -> "WHERE" expression                                            {% last %}

unwindClause -> "UNWIND" expression "AS" variable                      {% unwindClause %}
