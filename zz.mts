import { startStandIn } from './test/sources/stand-in.ts'; import { thaiNguyenRoutes } from './test/sources/thai-nguyen.ts';
const s = await startStandIn(thaiNguyenRoutes()); const { writeFileSync } = await import('node:fs');
writeFileSync('/tmp/standin.json', JSON.stringify(s.addresses)); console.log('ready'); setInterval(()=>{ writeFileSync('/tmp/standin.log', JSON.stringify({n:s.asked.length, off:s.offences, by: s.asked.reduce((m:any,a)=>{const k=a.path.split('/')[0]+' '+a.status; m[k]=(m[k]??0)+1; return m;},{})})); },1000);
