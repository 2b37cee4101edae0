import { checkFormat } from './checkFormat';

describe('a formatted header', () => {
  it('names id, speaker and targets in this order, one space between', () => {
    checkFormat('claim -> #b (Ada) #a: A', 'claim #a (Ada) -> #b: A');
    checkFormat('claim(Ada): A', 'claim(Ada): A');
    checkFormat('claim  (Ada)#a ->#b:A', 'claim #a (Ada) -> #b: A');
    checkFormat('claim\t( Ada )\u00a0: A', 'claim (Ada): A');
  });
  it('separates targets by a comma and a space', () =>
    checkFormat('claim -> #a,other#b ,<my note#c>: A', 'claim -> #a, other#b, <my note#c>: A'));
  it('has its keyword in small letters', () => checkFormat('Claim: A\nREBUTTAL: B', 'claim: A\nrebuttal: B'));
  it('has one space behind its colon, or nothing where no text follows', () => {
    checkFormat('claim:A', 'claim: A');
    checkFormat('claim :   A', 'claim: A');
    checkFormat('claim: \t', 'claim:');
    checkFormat('claim:  \n  A', 'claim:\n  A');
  });
  it('has one space behind its bullet, and keeps the bullet', () => checkFormat('*   claim: A', '* claim: A'));
  it('keeps an attribute that somebody is still typing, and those beside it', () => {
    checkFormat('Claim () #a:A', 'claim () #a: A');
    checkFormat('claim  -> #a,: A', 'claim  -> #a,: A');
    checkFormat('claim -> # (Ada): A', 'claim -> # (Ada): A');
    checkFormat('claim (Ada) #: A', 'claim (Ada) #: A');
  });
  it('keeps attributes in which code or a comment might begin', () => {
    checkFormat('claim (a`) #a: A`', 'claim (a`) #a: A`');
    checkFormat('claim -> <<!--#a> (x --> y): A', 'claim -> <<!--#a> (x --> y): A');
  });
  it('is none where the line is prose', () => checkFormat('Claim that X : no', 'Claim that X : no'));
});
