/** Where "Leave this page" goes while nobody knows the organisation's own address: a page that many people open, and that says nothing about whoever has it open. */
export const NEUTRAL_ADDRESS = 'https://www.bbc.co.uk/weather';
