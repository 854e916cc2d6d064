import { describe, expect, it } from 'vitest';
import antennas from '../../data/facts/antennas.json' with { type: 'json' };
import type { AntennaType } from '../../src/model/facts.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../src/radio/antenna.ts';

/** The sector of TR 36.814 table A.2.1.1-2: 70° by 10°, A_m 25 dB, SLA_V 20 dB, 14 dBi. */
const macro: AntennaType = {
  id: 'tr-36.814',
  kind: 'sector',
  gainDbi: 14,
  horizontalBeamwidthDeg: 70,
  verticalBeamwidthDeg: 10,
  frontToBackDb: 25,
  sideLobeDb: 20,
  source: '3GPP TR 36.814 table A.2.1.1-2',
};
const omni: AntennaType = { ...macro, id: 'omni', kind: 'omni', gainDbi: 11, verticalBeamwidthDeg: 7 };
const level = { azimuthDeg: 0, mechanicalTiltDeg: 0, electricalTiltDeg: 0 };

describe('a 3GPP sector', () => {
  it('gives its full gain along the boresight, wherever that points', () => {
    expect(antennaGainDbi(macro, { ...level, azimuthDeg: 350 }, 350, 0)).toBe(14);
    expect(antennaGainDbi(macro, { ...level, azimuthDeg: 350 }, -10, 0)).toBeCloseTo(14, 12);
  });

  it('is 3 dB down at half its beamwidth, across and up', () => {
    expect(antennaGainDbi(macro, level, 35, 0)).toBeCloseTo(11, 12);
    expect(antennaGainDbi(macro, level, 325, 0)).toBeCloseTo(11, 12);
    expect(antennaGainDbi(macro, level, 0, -5)).toBeCloseTo(11, 12);
  });

  it('adds both cuts: 12·(35/70)² + 12·(5/10)² = 6 dB', () => {
    expect(antennaGainDbi(macro, level, 35, 5)).toBeCloseTo(8, 12);
  });

  it('never falls below its front-to-back ratio, nor straight up below its side-lobe level', () => {
    expect(antennaGainDbi(macro, level, 180, 0)).toBe(14 - 25);
    expect(antennaGainDbi(macro, level, 180, 80)).toBe(14 - 25);
    expect(antennaGainDbi(macro, level, 0, 60)).toBe(14 - 20);
  });
});

describe('tilt', () => {
  it('of either kind brings the full gain down in front', () => {
    expect(antennaGainDbi(macro, { ...level, mechanicalTiltDeg: 6 }, 0, -6)).toBeCloseTo(14, 9);
    expect(antennaGainDbi(macro, { ...level, electricalTiltDeg: 6 }, 0, -6)).toBeCloseTo(14, 9);
  });

  it('leaves the horizon at the sides alone when mechanical, and lowers it there too when electrical', () => {
    const untilted = antennaGainDbi(macro, level, 90, 0);
    const across = 12 * (90 / 70) ** 2;
    expect(antennaGainDbi(macro, { ...level, mechanicalTiltDeg: 4 }, 90, 0)).toBeCloseTo(untilted, 9);
    expect(antennaGainDbi(macro, { ...level, electricalTiltDeg: 4 }, 90, 0)).toBeCloseTo(
      14 - across - 12 * 0.4 ** 2,
      9,
    );
  });

  it('looks up behind when mechanical, and down behind when electrical', () => {
    const leaky: AntennaType = { ...macro, frontToBackDb: 200 };
    const behind = (tilt: Partial<typeof level>, elevation: number) =>
      antennaGainDbi(leaky, { ...level, ...tilt }, 180, elevation);
    expect(behind({ mechanicalTiltDeg: 8 }, 8)).toBeCloseTo(behind({}, 0), 9);
    expect(behind({ electricalTiltDeg: 8 }, -8)).toBeCloseTo(behind({}, 0), 9);
  });

  it('rolls the pattern between front and side: 10° down at 45° is sin⁻¹(sin 10°·cos 45°) = 7.053° below', () => {
    // seen azimuth: atan2(sin 45°, cos 45°·cos 10°) = 45.438°
    const expected = 14 - 12 * (45.4381 / 70) ** 2 - 12 * (7.0529 / 10) ** 2;
    expect(antennaGainDbi(macro, { ...level, mechanicalTiltDeg: 10 }, 45, 0)).toBeCloseTo(expected, 3);
  });
});

describe('an omni antenna', () => {
  it('is the same in every azimuth and takes no mechanical tilt', () => {
    for (const azimuth of [0, 77, 180, 271]) {
      expect(antennaGainDbi(omni, { ...level, azimuthDeg: 40, mechanicalTiltDeg: 9 }, azimuth, 0)).toBe(11);
    }
  });

  it('shifts with electrical tilt in every azimuth and stops at its side-lobe level', () => {
    expect(antennaGainDbi(omni, { ...level, electricalTiltDeg: 3.5 }, 200, 0)).toBeCloseTo(8, 12);
    expect(antennaGainDbi(omni, level, 200, -40)).toBe(-9);
  });
});

describe('elevation', () => {
  it('is the slope between the ends on an earth too large to bend', () => {
    expect(elevationAngleDeg(1000, 130, 30, 1e9)).toBeCloseTo((-Math.atan(0.1) * 180) / Math.PI, 6);
    expect(elevationAngleDeg(1000, 30, 130, 1e9)).toBeCloseTo((Math.atan(0.1) * 180) / Math.PI, 6);
  });

  it('drops by d/2a between equal heights: 20 km over 8,500 km is 0.0674°', () => {
    expect(elevationAngleDeg(20_000, 100, 100, 8500)).toBeCloseTo(-0.0674, 4);
  });
});

describe('the antennas of the facts', () => {
  const facts = antennas as AntennaType[];

  it('have unlike ids and a source each', () => {
    expect(new Set(facts.map((a) => a.id)).size).toBe(facts.length);
    for (const antenna of facts) expect(antenna.source, antenna.id).not.toBe('');
  });

  it('claim no more gain than their beams can hold: 41,253 square degrees over the beam, a third spare', () => {
    for (const a of facts) {
      const wide = a.kind === 'omni' ? 360 / (Math.PI / 2) : a.horizontalBeamwidthDeg;
      expect(a.gainDbi, a.id).toBeLessThan(10 * Math.log10((41_253 / (wide * a.verticalBeamwidthDeg)) * 1.33));
    }
  });
});
