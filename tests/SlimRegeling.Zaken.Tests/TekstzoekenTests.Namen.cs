using System.Text.Json;
using SlimRegeling.Berichten.Leercultuurscans;

namespace SlimRegeling.Zaken.Tests;

public sealed partial class TekstzoekenTests
{
    [Fact]
    public async Task The_number_of_an_enterprise_finds_its_cases_as_applicant_and_as_party_for_who_reads_names()
    {
        const string Partij = "99887755";
        var zaak = await Ingediend("Hoofdaanvrager", "Plan", "Brief", partij: new("partij", Partij, $"Touwslagerij Zeilkoord {Partij}"));

        foreach (
            var (wie, vraag, gevonden) in ((string, string, bool)[])
                [
                    (Zakenhuis.Bea, Partij, true),
                    (Zakenhuis.Fenna, Partij, true),
                    (Zakenhuis.Ben, Partij, false),
                    (Zakenhuis.Bea, zaak.Kvk, true),
                    (Zakenhuis.Ben, zaak.Kvk, true),
                ]
        )
        {
            var (_, lijst) = await huis.Haal(wie, $"/v1/zaken?kvkNummer={vraag}");
            Assert.Equal(gevonden ? (string[])[zaak.Nummer] : [], lijst.GetProperty("zaken").EnumerateArray().Select(Nummer));
        }
    }

    [Fact]
    public async Task A_scan_is_a_step_for_who_reads_names_when_a_party_had_it_done_and_for_nobody_when_a_stranger_had()
    {
        const string Partij = "99887744";
        var zaak = await Ingediend("Zeilmakerij", "Plan", "Brief", partij: new("partij", Partij, $"Touwslagerij Anker {Partij}"));
        foreach (var kvkNummer in (string[])[zaak.Kvk, Partij, "99887733"])
        {
            await huis.Hoor(
                Guid.NewGuid(),
                new ScanAfgerondBericht(
                    zaak.Nummer,
                    kvkNummer,
                    $"scan-{kvkNummer}",
                    "kernvragen-1",
                    new(2026, 4, 1),
                    new(2026, 4, 6),
                    6,
                    "beeld",
                    "hash",
                    Voorbeeldzaak.Op(2)
                ),
                namens: kvkNummer
            );
        }

        foreach (var (wie, scans) in ((string, int)[])[(Zakenhuis.Bea, 2), (Zakenhuis.Ben, 1)])
        {
            var (_, beeld) = await huis.Haal(wie, $"/v1/zaken/{zaak.Nummer}");
            Assert.Equal(
                scans,
                beeld.GetProperty("stappen").EnumerateArray().Count(s => s.GetProperty("stap").GetString() == "scan-afgerond")
            );
        }
    }

    [Fact]
    public async Task A_case_has_the_name_of_its_enterprise_wherever_it_stands_for_who_reads_names()
    {
        var zaak = await Ingediend("Zilversmederij Dolfijn", "Plan", "Brief");
        await huis.Bijgewerkt();
        var (_, lijst) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?zaaknummer={zaak.Nummer}");
        var (_, werk) = await huis.Haal(Zakenhuis.Mila, "/v1/werk?aantal=100");
        var (_, beeld) = await huis.Haal(Zakenhuis.Fenna, $"/v1/zaken/{zaak.Nummer}");
        foreach (
            var regel in (JsonElement[])
                [
                    Assert.Single(lijst.GetProperty("zaken").EnumerateArray()),
                    werk.GetProperty("zaken").EnumerateArray().Single(z => Nummer(z) == zaak.Nummer),
                    beeld,
                ]
        )
        {
            Assert.Equal("Zilversmederij Dolfijn", regel.GetProperty("naam").GetString());
        }
        foreach (var pad in (string[])[$"/v1/zaken/{zaak.Nummer}", $"/v1/zaken?zaaknummer={zaak.Nummer}"])
        {
            var (_, zonder) = await huis.Haal(Zakenhuis.Ben, pad);
            Assert.DoesNotContain("Dolfijn", zonder.GetRawText(), StringComparison.Ordinal);
        }
    }
}
