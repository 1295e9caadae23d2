# Expressions, from the lowest precedence to the highest; binary operators are left-associative. Single-token operators
# of the same precedence are one token class (src/syntax/token-classes.ts), so that nearley follows one rule instead of
# six.

@lexer lexer
@{%
import {
  binary, comparison, indexAccess, labelCheck, logical, negation, nullCheck, propertyAccess, sliceBetween, sliceFrom,
  sliceTo, unary,
} from "../build-expressions.ts";
import { comparisonOperator, predicateOperator, productOperator, sumOperator } from "../token-classes.ts";
%}

expression -> orExpression                                             {% id %}

orExpression -> xorExpression                                          {% id %}
              | orExpression "OR" xorExpression                        {% logical %}

xorExpression -> andExpression                                         {% id %}
               | xorExpression "XOR" andExpression                     {% logical %}

andExpression -> notExpression                                         {% id %}
               | andExpression "AND" notExpression                     {% logical %}

notExpression -> comparison                                            {% id %}
               | "NOT" notExpression                                   {% negation %}

comparison -> predicate                                                {% id %}
            | comparison %comparisonOperator predicate                 {% comparison %}

predicate -> sum                                                       {% id %}
           | predicate "STARTS" "WITH" sum                             {% binary %}
           | predicate "ENDS" "WITH" sum                               {% binary %}
           | predicate %predicateOperator sum                          {% binary %}
           | predicate "IS" "NULL"                                     {% nullCheck %}
           | predicate "IS" "NOT" "NULL"                               {% nullCheck %}

sum -> product                                                         {% id %}
     | sum %sumOperator product                                        {% binary %}

product -> power                                                       {% id %}
         | product %productOperator power                              {% binary %}

power -> unary                                                         {% id %}
       | power "^" unary                                               {% binary %}

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
