using SlimRegeling.Leercultuurscans.Benchmarks;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Who stands beside the people of the firm: its management, and other firms.</summary>
public sealed partial class Rapportdruk
{
    /// <summary>What management gave beside what its people did, and where that is a point or more apart.</summary>
    private IEnumerable<Drukblok> Verschillen(Rapport rapport)
    {
        yield return new(Kop: taal["Leiding en mensen", "Management and people"]);
        yield return Drukblok.Tabel(
            [taal["Onderwerp", "Subject"], taal["Mensen", "People"], taal["Leiding", "Management"], taal["Verschil", "Difference"]],
            rapport.Dimensies.Select(d => (IReadOnlyList<string>)[Naam(rapport, d), Getal(d.Score), Getal(d.Leiding), Verschil(d)])
        );
    }

    private string Verschil(Dimensiescore d) =>
        d.Signaal switch
        {
            "leiding-hoger" => taal["een punt of meer: de leiding is positiever", "a point or more: management is more positive"],
            "leiding-lager" => taal["een punt of meer: de mensen zijn positiever", "a point or more: the people are more positive"],
            _ => d.Score is null || d.Leiding is null ? Leeg : taal["minder dan een punt", "less than a point"],
        };

    /// <summary>Where other firms were on the day on which the report was fixed.</summary>
    private IEnumerable<Drukblok> Anderen(Rapport rapport)
    {
        yield return new(Kop: taal["Naast andere bedrijven", "Beside other firms"]);
        if (rapport.Anderen is not { } anderen)
        {
            yield return new(
                Alinea: taal[
                    "Toen dit rapport werd vastgesteld, waren er te weinig andere bedrijven om mee te vergelijken.",
                    "When this report was fixed, there were too few other firms to compare with."
                ]
            );
            yield break;
        }
        var kring = Kring(rapport, anderen);
        yield return new(
            Alinea: taal[
                $"Dit zijn {kring}: {anderen.Bedrijven} of meer, op de dag waarop dit rapport werd vastgesteld.",
                $"These are {kring}: {anderen.Bedrijven} or more, on the day on which this report was fixed."
            ]
        );
        yield return Drukblok.Tabel(
            [
                taal["Onderwerp", "Subject"],
                taal["Uw score", "Your score"],
                taal["De helft van hen zit tussen", "Half of them are between"],
                taal["Midden", "Middle"],
            ],
            rapport.Dimensies.Select(d =>
                anderen.Dimensies.FirstOrDefault(a => a.Code == d.Code) is { } ander
                    ? (IReadOnlyList<string>)
                        [Naam(rapport, d), Getal(d.Score), $"{Getal(ander.P25)} {taal["en", "and"]} {Getal(ander.P75)}", Getal(ander.P50)]
                    : [Naam(rapport, d), Getal(d.Score), taal["te weinig bedrijven", "too few firms"], Leeg]
            )
        );
    }

    private string Kring(Rapport rapport, Benchmarkbeeld anderen) =>
        taal["bedrijven", "firms"]
        + (anderen.Sector is { } sector ? $" {taal["in de sector", "in the sector"]} {Naam(rapport, $"sector:{sector}")}" : "")
        + (anderen.Grootte is { } grootte ? $" {taal["met", "with"]} {Naam(rapport, $"grootte:{grootte}")}" : "");

    private IEnumerable<Drukblok> VanLeiding(Rapport rapport, Leidingbeeld leiding)
    {
        yield return new(Kop: taal["Wat de leiding zegt", "What the management says"]);
        yield return new(
            Punten:
            [
                $"{taal["Waar het bedrijf staat", "Where the firm stands"]}: {Namen(rapport, "fase", [leiding.Fase])}",
                $"{taal["Wat leren tegenhoudt", "What holds learning back"]}: {Namen(rapport, "belemmering", leiding.Belemmeringen)}",
                $"{taal["Waarom mensen leren", "Why people learn"]}: {Namen(rapport, "drijfveer", leiding.Drijfveren)}",
                $"{taal["Voor wie vooral", "For whom first"]}: {Namen(rapport, "doelgroep", leiding.Doelgroepen ?? [])}",
            ]
        );
        if (leiding.Richting is { Count: > 0 } richting)
        {
            yield return new(Kop: Naam(rapport, "D9"));
            yield return Drukblok.Tabel(
                [taal["Vraag aan de leiding", "Question to management"], taal["Antwoord", "Answer"]],
                richting.Select(r => (IReadOnlyList<string>)[Naam(rapport, $"richting:{r.Key}"), Naam(rapport, $"antwoord:{r.Value}")])
            );
        }
    }

    private string Namen(Rapport rapport, string lijst, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? taal["niets gekozen", "nothing chosen"] : string.Join("; ", codes.Select(c => Naam(rapport, $"{lijst}:{c}")));
}
