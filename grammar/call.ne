# Procedures.

@lexer lexer
@{%
import { callClause, explicitArguments, yieldAll, yieldItem, yieldItems } from "../build-call-clause.ts";
%}

callClause -> "CALL" functionName callArguments:? yield:?              {% callClause %}

callArguments -> "(" expressions:? ")"                                 {% explicitArguments %}

yield -> "YIELD" "*"                                                   {% yieldAll %}
       | "YIELD" yieldItemList where:?                                 {% yieldItems %}

yieldItemList -> yieldItem                                             {% single %}
               | yieldItemList "," yieldItem                           {% append %}

yieldItem -> %identifier                                               {% yieldItem %}
           | %identifier "AS" variable                                 {% yieldItem %}
