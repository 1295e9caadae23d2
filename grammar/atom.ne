# What an expression is made of: literals, names, calls, and everything that brings its own brackets.

@lexer lexer
@{%
import {
  allProperties, caseBranch, caseExpression, countStar, entryItem, existsCall, existsSubquery, functionCall, functionName, functionNamespace,
  listComprehension, mapProjection, patternComprehension, patternExpression, propertyProjection, quantifier, reduce, variableProjection,
} from "../build-calls.ts";
import {
  booleanLiteral, floatLiteral, integerLiteral, listLiteral, mapEntry, mapLiteral, nullLiteral, parameter,
  parenthesized, stringLiteral,
} from "../build-literals.ts";
%}

atom -> string                                                         {% id %}
      | %integer                                                       {% integerLiteral %}
      | %float                                                         {% floatLiteral %}
      | "TRUE"                                                         {% booleanLiteral %}
      | "FALSE"                                                        {% booleanLiteral %}
      | "NULL"                                                         {% nullLiteral %}
      | parameter                                                      {% id %}
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

functionName -> symbolicName                                           {% functionName %}
              | functionName "." symbolicName                          {% functionNamespace %}

case -> "CASE" expression:? caseBranch:+ caseElse:? "END"              {% caseExpression %}

caseBranch -> "WHEN" expression "THEN" expression                      {% caseBranch %}

caseElse -> "ELSE" expression                                          {% last %}

listComprehension -> %comprehensionStart variable "IN" expression where:? projectionTail:? "]"   {% listComprehension %}

projectionTail -> "|" expression                                       {% last %}

quantifier -> quantifierName "(" variable "IN" expression where ")"    {% quantifier %}

quantifierName -> "ALL" {% id %} | "ANY" {% id %} | "NONE" {% id %} | "SINGLE" {% id %}

reduce -> "REDUCE" "(" variable "=" expression "," variable "IN" expression "|" expression ")"   {% reduce %}

patternComprehension -> "[" pathVariable:? relationshipsPattern where:? projectionTail "]"      {% patternComprehension %}

# A bare pattern stands for MATCH and that pattern, as at the start of a query; here openCypher has it too.
existsSubquery -> "EXISTS" "{" union "}"                               {% existsSubquery %}

mapProjection -> variable "{" mapProjectionItems:? "}"                 {% mapProjection %}

mapProjectionItems -> mapProjectionItem                                {% single %}
                    | mapProjectionItems "," mapProjectionItem         {% append %}

mapProjectionItem -> "." propertyKey                                   {% propertyProjection %}
                   | "." "*"                                           {% allProperties %}
                   | propertyKey ":" expression                        {% entryItem %}
                   | variable                                          {% variableProjection %}
