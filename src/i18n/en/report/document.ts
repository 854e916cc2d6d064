import type { Translation } from '../../texts.ts';
import type { document as vietnamese } from '../../vi/report/document.ts';

export const document: Translation<typeof vietnamese> = {
  title: '{{technology}} coverage, fibre and sharing of mobile sites',
  syntheticNotice:
    'This report is calculated on data with synthetic layers (see the table of provenance). Figures of hamlets, sites, fibre and terrain that rest on a synthetic layer show how the calculation works. They are not real figures and must not decide about any one hamlet or mast.',
  realNotice: 'The table of provenance says where each layer of the data comes from.',
  official: {
    country: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    number: 'No: {{number}}/{{symbol}}',
    dated: '{{place}}, {{day}}/{{month}}/{{year}}',
    datedOpen: '{{place}}, … / … / {{year}}',
    recipients: 'Recipients:',
    annex: 'Annex {{number}}',
    annexOf: '(With Report No. {{number}}/{{symbol}}, {{dated}}, of the {{office}})',
    kindOfDocument: 'REPORT',
    contents: 'CONTENTS',
    figureCaption: 'Figure {{number}}. {{title}}',
    tableCaption: 'Table {{number}}. {{title}}',
  },
  heading: {
    summary: 'SUMMARY',
    method: 'METHOD, DEFINITIONS AND SOURCES',
    howCalculated: 'How it is calculated',
    definitions: 'Definitions',
    settings: 'Settings and versions',
    provenance: 'Provenance of the data',
    gaps: 'HAMLETS WITHOUT {{technology}}',
    byOperator: 'By operator',
    byDistrict: 'By district',
    byCommuneOnly: 'By commune',
    byCommune: 'By commune',
    remedies: 'Remedies',
    fibre: 'HAMLETS WITHOUT FIBRE',
    closing: 'CLOSING THE GAPS',
    closingRollout: 'Serving {{technology}}',
    closingFibre: 'Bringing fibre',
    closingResilience: 'When something fails',
    pilots: 'PILOT COMMUNES AND AREAS OF INTEREST',
    targets: 'TARGETS AND TODAY',
    sharing: 'SHARING OF SITES',
    rates: 'Sharing rate',
    savings: 'Savings and emissions',
    uncertainty: 'How sure the savings are',
    plan: 'Plan of merges',
    parties: 'The account of each party',
    lineage: 'What each figure is made of',
    proposals: 'PROPOSALS OF THE OPERATORS',
  },
  text: {
    opening:
      'This report sums up {{technology}} coverage, fibre and the sharing of sites in {{province}} province, calculated on the data pack “{{pack}}” as of {{date}}, over {{communes}} communes in {{districts}} districts.',
    openingTwoLevels:
      'This report sums up {{technology}} coverage, fibre and the sharing of sites in {{province}} province, calculated on the data pack “{{pack}}” as of {{date}}, over {{communes}} communes, without districts.',
    unitsJoined:
      'This report is told by the administrative units of {{told}}, joined from the communes of {{own}} of the data pack: each commune belongs whole to one unit by the list of predecessors, even where maps draw a part of it in another. The figures of every hamlet and the totals of the province stay.',
    unitsDrawn:
      'This report is told by the administrative units of {{told}}. The data pack has shapes of the units of {{own}} alone: the communes are drawn inside them, right in area and place, schematic in outline. The figures of every hamlet and the totals of the province stay.',
    summaryGaps:
      '{{none}} hamlets have no {{technology}} signal and {{hole}} have a {{technology}} hole, of {{hamlets}} hamlets; {{people}} people live in clusters without {{technology}}.',
    summaryUnknown:
      '{{unknown}} hamlets with {{people}} people are of unknown {{technology}} service, since the pack has no terrain there; they count neither as served nor as without.',
    absent:
      'The network of the data pack has no {{technology}} station: a technology that is absent, not a gap of {{hamlets}} hamlets, so that no hamlets without {{technology}} are listed.',
    switchedOff:
      '{{technology}} had been switched off by the date of the data pack: base stations of {{technology}} still in its lists are not counted, and it is no gap of the {{hamlets}} hamlets.',
    summaryFibre: '{{hamlets}} hamlets with {{people}} people have no fibre.',
    summarySharing:
      'The sharing rate {{definition}} is {{today}} today; the plan of {{merges}} merges brings it to {{after}}, the target being {{target}}.',
    summaryMoney:
      'Consolidation is expected to save {{consolidation}} billion VND at present value (P10 {{consolidationP10}}, P90 {{consolidationP90}}); avoiding as many new masts {{avoided}} billion VND (P10 {{avoidedP10}}, P90 {{avoidedP90}}). The two cases are not added up.',
    outsideModel: 'outside the model’s range: {{quantity}} {{value}}, range {{min}} to {{max}}',
    methodService:
      'At the centre and every cluster of each hamlet, the level of {{technology}} ({{level}}) from the sites of each operator follows from power, antenna, {{loss}}. Near sites are looked at first, until no farther one could be stronger. A hamlet is classed by the strongest level at each point.',
    methodSharing:
      'Two masts of different operators near each other are a candidate. After the move, levels of {{technology}} at all hamlets are calculated anew from the host; a pair that loses {{technology}} service at a centre or cluster is rejected. The whole plan is calculated once more after it is chosen.',
    methodPlan: 'Its aim: {{objective}}.',
    solverGreedy: 'Merges are taken one after the other, the best first; that the plan is the best is not proven.',
    solverProven: 'Merges are chosen by integer programming, at most {{gap}} away from the best plan.',
    solverUnproven: 'Merges are chosen by integer programming; that the plan is the best is not proven.',
    locks: '{{forced}} forced, {{forbidden}} forbidden',
    scenario: '{{name}} ({{changes}} changes of the data pack)',
    noScenario: 'the data pack as it is, nothing changed',
    ofScenario: 'The figures are of the scenario “{{name}}”, with {{changes}} changes of the data pack.',
    lineageIntro:
      '{{annex}} gives for each figure the terms that define it, the layers of data and their kind, the settings and parameters it depends on, and the list of the hamlets, sites or merges it counts or sums.',
    partiesText:
      'Present value to each operator, owner of masts, and the landowners together. Own saving is upkeep and power no longer paid, less what moving to the host costs. Rent is what is received more, less what is paid more; over all parties it sums to zero.',
    methodMoney:
      'Every sum is low, central and high, from the range of each parameter. Present value discounts the flow of each year; investment falls in year 0.',
    methodParameters: 'Every parameter with range, source and confidence stands in {{annex}}.',
    gapsIntro:
      'Of {{hamlets}} hamlets, {{none}} have no {{technology}} signal ({{nonePeople}} people) and {{hole}} have a {{technology}} hole ({{holePeople}} people). {{annex}} lists every one.',
    communesWithGaps: 'Communes with hamlets without {{technology}} or with a {{technology}} hole',
    closingRollout:
      '{{unserved}} people live in clusters without {{technology}}. The plan builds {{options}} things and serves {{served}} of them, for an investment of {{central}} bn VND ({{low}} to {{high}}). Service was computed whole with all of it built; existing sites stay.',
    closingProof: 'The plan is no more than {{gap}} from the best of the options found.',
    closingUnproven: 'The plan is not proven to be the best.',
    closingFibre:
      '{{hamlets}} hamlets are joined by {{km}} km of cable, for {{central}} bn VND ({{low}} to {{high}}). No tree of cable costs less than {{bound}} bn VND; gap {{gap}}.',
    closingResilience:
      '{{people}} people ({{share}}) and the centres of {{hamlets}} hamlets hang by one site. The table has the sites whose loss cuts off most people.',
    ridge:
      'blocked at {{altitude}} m above the sea, seen from {{site}} {{km}} km away; a mast of {{height}} m is needed there',
    ridgeTooHigh:
      'blocked at {{altitude}} m above the sea, seen from {{site}} {{km}} km away; no mast there would look over it',
    remediesText: 'The cheapest remedy of each hamlet, by the plan of this study.',
    remediesNone:
      'This study holds no rollout plan yet; where it does, the cheapest remedy of every hamlet stands here.',
    fibreIntro: '{{hamlets}} hamlets with {{people}} people have no fibre. {{annex}} lists every one.',
    communesWithoutFibre: 'Communes with hamlets without fibre',
    pilotsIntro: 'Figures of the pilot communes and of the areas the article speaks of.',
    pilotHamletsIntro:
      'The pilot communes hamlet by hamlet: what is missing, the remedy planned in this study, its range of cost and its turn.',
    promisesIntro:
      "Each promise of the article beside this study's figure and what the open plan makes of it. Where there is no figure, the list that is needed is named. Official figures since stand beside with their dates: the pack's network is that of 2020, not today's.",
    targetsIntro:
      'What the article states beside what is found. A figure that is input of the data pack only repeats an assumption and is no result.',
    targetSources: 'Sources of the figures stated: {{sources}}.',
    ratesText:
      'The target of {{target}} under {{definition}} needs {{needed}} merges of two masts with one operator each. There are {{candidates}} candidates; {{survey}} of them need a survey of what the mast can bear.',
    reached: 'The plan reaches the target.',
    notReached: 'The plan does not reach the target.',
    planText:
      'The plan has {{merges}} merges; no hamlet and no cluster loses {{technology}} service. {{annex}} lists every merge.',
    proposalsNone: 'This study holds no proposal of an operator.',
    proposalsText:
      'Each proposal has an annex of its own with every mast, the advice, its reasons and the standing masts near it.',
    proposalAnnex: 'Proposal of {{operators}} ({{file}})',
    proposalFile: 'In the file {{file}} {{towers}} masts were assessed.',
    proposalLeftOut: '{{count}} of {{rows}} rows could not be read and were left out.',
    proposalMasts: 'Masts proposed',
    proposalReasons: 'Advice and reasons',
    uncertainty:
      'As all parameters vary within their ranges ({{draws}} random draws), consolidating standing masts saves {{consolidation}}; avoiding as many new ones saves {{avoided}}. The central figure of the table above takes every parameter at its central figure; what is expected and P50 differ from it because the ranges are longer on one side, so that it may lie below P10.',
    chances:
      '{{mean}} billion VND expected, {{p50}} at P50 (P10 {{p10}}, P90 {{p90}}; no loss in {{gain}} of the draws)',
    swings:
      'The figure takes each parameter alone from its low to its high with all others at their central figure, the widest swing first.',
    sheets: 'A sheet for each commune ({{count}} sheets)',
    sheet: '{{commune}}, {{district}}',
    sheetSignal:
      '{{none}} hamlets without {{technology}}, {{hole}} with a {{technology}} hole; {{unserved}} people without {{technology}}.',
    sheetAbsent: 'The network has no {{technology}}.',
    sheetFigures:
      '{{hamlets}} hamlets, {{people}} people. {{signal}} {{withoutFibre}} hamlets without fibre. {{sites}} sites, {{shared}} shared.',
  },
};
