# Writing clauses.

@lexer lexer
@{%
import {
  createClause, deleteClause, labelItem, mergeAction, mergeClause, propertyItem, removeClause, setClause, variableItem,
} from "../build-writing.ts";
%}

createClause -> "CREATE" patterns                                      {% createClause %}

mergeClause -> "MERGE" patternPart mergeActions:?                      {% mergeClause %}

mergeActions -> mergeAction                                            {% single %}
              | mergeActions mergeAction                               {% append %}

mergeAction -> "ON" "MATCH" setClause                                  {% mergeAction %}
             | "ON" "CREATE" setClause                                 {% mergeAction %}

setClause -> "SET" setItems                                            {% setClause %}

setItems -> setItem                                                    {% single %}
          | setItems "," setItem                                       {% append %}

setItem -> propertyOf "=" expression                                   {% propertyItem %}
         | variable "=" expression                                     {% variableItem %}
         | variable "+=" expression                                    {% variableItem %}
         | variable labels                                             {% labelItem %}

removeClause -> "REMOVE" removeItems                                   {% removeClause %}

removeItems -> removeItem                                              {% single %}
             | removeItems "," removeItem                              {% append %}

removeItem -> propertyOf                                               {% propertyItem %}
            | variable labels                                          {% labelItem %}

# A property to write.
propertyOf -> operand "." propertyKey                                  {% propertyAccess %}

deleteClause -> "DETACH":? "DELETE" expressions                        {% deleteClause %}
