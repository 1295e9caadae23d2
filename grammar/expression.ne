# Expressions, weakest operator first. A level is one operand, or an operand and a tail of further ones.

@lexer lexer
@{%
import {
  chain, comparison, comparisonTail, conjunction, disjunction, exclusiveDisjunction, indexAccess, labelCheck,
  leftAssociative, negation, nullTail, operatorTail, propertyAccess, sliceBetween, sliceFrom, sliceTo, unary,
} from "../build-expressions.ts";
%}

expression -> orExpression                                             {% id %}

orExpression -> xorExpression                                          {% id %}
              | xorExpression orTail                                   {% disjunction %}
orTail -> orOperand                                                    {% single %}
        | orTail orOperand                                             {% chain %}
orOperand -> "OR" xorExpression                                        {% operatorTail %}

xorExpression -> andExpression                                         {% id %}
               | andExpression xorTail                                 {% exclusiveDisjunction %}
xorTail -> xorOperand                                                  {% single %}
         | xorTail xorOperand                                          {% chain %}
xorOperand -> "XOR" andExpression                                      {% operatorTail %}

andExpression -> notExpression                                         {% id %}
               | notExpression andTail                                 {% conjunction %}
andTail -> andOperand                                                  {% single %}
         | andTail andOperand                                          {% chain %}
andOperand -> "AND" notExpression                                      {% operatorTail %}

notExpression -> comparison                                            {% id %}
               | "NOT" notExpression                                   {% negation %}

comparison -> predicate                                                {% id %}
            | predicate comparisonTail                                 {% comparison %}
comparisonTail -> comparisonOperand                                    {% single %}
                | comparisonTail comparisonOperand                     {% chain %}
comparisonOperand -> comparisonOperator predicate                      {% comparisonTail %}
comparisonOperator -> "=" {% id %} | "<>" {% id %} | "<" {% id %} | "<=" {% id %} | ">" {% id %} | ">=" {% id %}

predicate -> sum                                                       {% id %}
           | sum predicateTail                                         {% leftAssociative %}
predicateTail -> predicateOperand                                      {% single %}
               | predicateTail predicateOperand                        {% chain %}
predicateOperand -> "STARTS" "WITH" sum                                {% operatorTail %}
                  | "ENDS" "WITH" sum                                  {% operatorTail %}
                  | "CONTAINS" sum                                     {% operatorTail %}
                  | "=~" sum                                           {% operatorTail %}
                  | "IN" sum                                           {% operatorTail %}
                  | "IS" "NULL"                                        {% nullTail %}
                  | "IS" "NOT" "NULL"                                  {% nullTail %}

sum -> product                                                         {% id %}
     | product sumTail                                                 {% leftAssociative %}
sumTail -> sumOperand                                                  {% single %}
         | sumTail sumOperand                                          {% chain %}
sumOperand -> "+" product                                              {% operatorTail %}
            | "-" product                                              {% operatorTail %}

product -> power                                                       {% id %}
         | power productTail                                           {% leftAssociative %}
productTail -> productOperand                                          {% single %}
             | productTail productOperand                              {% chain %}
productOperand -> "*" power                                            {% operatorTail %}
                | "/" power                                            {% operatorTail %}
                | "%" power                                            {% operatorTail %}

power -> unary                                                         {% id %}
       | unary powerTail                                               {% leftAssociative %}
powerTail -> powerOperand                                              {% single %}
           | powerTail powerOperand                                    {% chain %}
powerOperand -> "^" unary                                              {% operatorTail %}

unary -> postfix                                                       {% id %}
       | "+" unary                                                     {% unary %}
       | "-" unary                                                     {% unary %}

postfix -> operand                                                     {% id %}
         | operand labels                                              {% labelCheck %}

operand -> atom                                                        {% id %}
         | operand "." propertyKey                                     {% propertyAccess %}
         | operand "[" expression "]"                                  {% indexAccess %}
         | operand "[" expression ".." "]"                             {% sliceFrom %}
         | operand "[" ".." expression "]"                             {% sliceTo %}
         | operand "[" expression ".." expression "]"                  {% sliceBetween %}
