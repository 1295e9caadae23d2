# The operands of expressions: literals, names, calls, and everything in brackets.

@lexer lexer
@{%
import {
  allProperties, caseBranch, caseExpression, countStar, entryItem, existsCall, existsSubquery, functionCall, functionName, functionNamespace,
  listComprehension, mapProjection, patternComprehension, patternExpression, propertyProjection, quantifier, reduce, shortestPathExpression,
  variableProjection,
} from "../build-calls.ts";
import {
  listLiteral, literal, mapEntry, mapLiteral, parameter, parenthesized, stringLiteral,
} from "../build-literals.ts";
import { literalToken, quantifierWord } from "../token-classes.ts";
%}

atom -> %literalToken                                                  {% literal %}
      | variable                                                       {% id %}
      | list                                                           {% id %}
      | map                                                            {% id %}
      | "(" expression ")"                                             {% parenthesized %}
      | functionCall                                                   {% id %}
      | case                                                           {% id %}
      | listComprehension                                              {% id %}
      | quantifier                                                     {% id %}
      | reduce                                                         {% id %}
      | relationshipsPattern                                           {% patternExpression %}
      | shortestPath                                                   {% shortestPathExpression %}
      | patternComprehension                                           {% id %}
      | existsSubquery                                                 {% id %}
      | mapProjection                                                  {% id %}

string -> %string                                                      {% stringLiteral %}

parameter -> %parameterName                                                {% parameter %}

list -> "[" expressions:? "]"                                          {% listLiteral %}
      | %comprehensionStart expressions "," expression "]"             {% listLiteral %}

expressions -> expression                                              {% single %}
             | expressions "," expression                              {% append %}

map -> "{" mapEntries:? "}"                                            {% mapLiteral %}

mapEntries -> mapEntry                                                 {% single %}
            | mapEntries "," mapEntry                                  {% append %}

mapEntry -> propertyKey ":" expression                                 {% mapEntry %}

functionCall -> functionName "(" "DISTINCT":? expressions:? ")"        {% functionCall %}
              | "EXISTS" "(" expression ")"                            {% existsCall %}
              | "COUNT" "(" "*" ")"                                    {% countStar %}

functionName -> %identifier                                            {% functionName %}
              | functionName "." %identifier                           {% functionNamespace %}

case -> "CASE" expression:? caseBranches caseElse:? "END"              {% caseExpression %}

caseBranches -> caseBranch                                             {% single %}
              | caseBranches caseBranch                                {% append %}

caseBranch -> "WHEN" expression "THEN" expression                      {% caseBranch %}

caseElse -> "ELSE" expression                                          {% last %}

listComprehension -> %comprehensionStart variable "IN" expression where:? projectionTail:? "]"   {% listComprehension %}

projectionTail -> "|" expression                                       {% last %}

quantifier -> %quantifierWord "(" variable "IN" expression where ")"    {% quantifier %}

reduce -> "REDUCE" "(" variable "=" expression "," variable "IN" expression "|" expression ")"   {% reduce %}

patternComprehension -> "[" pathVariable:? relationshipsPattern where:? projectionTail "]"      {% patternComprehension %}

# A bare pattern means MATCH and that pattern, as at the start of a query; in EXISTS, openCypher allows this too.
existsSubquery -> "EXISTS" "{" union "}"                               {% existsSubquery %}

mapProjection -> variable "{" mapProjectionItems:? "}"                 {% mapProjection %}

mapProjectionItems -> mapProjectionItem                                {% single %}
                    | mapProjectionItems "," mapProjectionItem         {% append %}

mapProjectionItem -> "." propertyKey                                   {% propertyProjection %}
                   | "." "*"                                           {% allProperties %}
                   | propertyKey ":" expression                        {% entryItem %}
                   | variable                                          {% variableProjection %}
