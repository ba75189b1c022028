using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Begrotingen;

/// <summary>
/// The budget after the judgments on its lines. An application is decided on as it was asked (4:29 Awb): what is accepted counts for no more than what
/// was asked, together never, and line by line only where costs move from another line.
/// </summary>
/// <param name="Regels">Each line of the form, judged.</param>
/// <param name="Activiteiten">What is left of the activities: these the rules compute.</param>
/// <param name="Fouten">What is wrong with the judgments; then the rest means nothing.</param>
public sealed record Begrotingstoets(
    IReadOnlyList<Beoordeelderegel> Regels,
    IReadOnlyList<Activiteitgegevens> Activiteiten,
    IReadOnlyList<Fout> Fouten
)
{
    private const string Motivering = "artikel 3:46 Awb";
    private const int LangsteReden = 4000;
    private const int LangsteArtikel = 100;

    public decimal Gevraagd => Regels.Sum(r => r.GevraagdBedrag);

    public decimal Aanvaard => Regels.Sum(r => r.AanvaardBedrag);

    /// <param name="veld">Where the judgments stand.</param>
    /// <param name="gevraagd">The activities of the form.</param>
    public static Begrotingstoets Van(
        string veld,
        Regelversie versie,
        IReadOnlyList<Activiteitgegevens> gevraagd,
        IReadOnlyList<Regeloordeel> oordelen
    )
    {
        var regels = Begrotingsregel.Van(gevraagd);
        var plaatsen = regels.ToDictionary(r => r.Plaats);
        var fouten = new List<Fout>();
        var perRegel = new Dictionary<string, Regeloordeel>();
        foreach (var (i, oordeel) in oordelen.Index())
        {
            var plaats = $"{veld}[{i}]";
            if (!plaatsen.TryGetValue(oordeel.Regel, out var regel))
            {
                fouten.Add(new($"{plaats}.regel", $"'{oordeel.Regel}' is geen regel van deze begroting. Kies een regel die er staat."));
            }
            else if (!perRegel.TryAdd(oordeel.Regel, oordeel))
            {
                fouten.Add(new($"{plaats}.regel", "Over deze regel geeft u twee oordelen. Geef er één."));
            }
            else
            {
                fouten.AddRange(Oordeelfouten(plaats, versie, regel, oordeel));
            }
        }
        if (fouten.Count > 0)
        {
            return new([], gevraagd, fouten);
        }
        var beoordeeld = regels.Select(r => Beoordeel(versie, r, perRegel.GetValueOrDefault(r.Plaats))).ToList();
        var toets = new Begrotingstoets(beoordeeld, Over(gevraagd, regels, perRegel), []);
        return toets.Aanvaard <= toets.Gevraagd
            ? toets
            : toets with
            {
                Fouten =
                [
                    new(
                        veld,
                        $"U aanvaardt samen {Getal.Euro(toets.Aanvaard)}. Gevraagd is {Getal.Euro(toets.Gevraagd)}. Verlaag een andere regel.",
                        "artikel 4:29 Awb"
                    ),
                ],
            };
    }

    /// <summary>What counts for a line after its judgment; null when it was struck.</summary>
    private static Begrotingsregel? Na(Begrotingsregel regel, Regeloordeel? oordeel) =>
        oordeel?.Uitkomst switch
        {
            Regeluitkomst.Geschrapt => null,
            Regeluitkomst.Gewijzigd => regel with { Waarde = Samen(regel.Waarde, oordeel.Nieuw!) },
            _ => regel,
        };

    private static Regelwaarde Samen(Regelwaarde was, Regelwaarde nieuw) =>
        new(
            nieuw.Uren ?? was.Uren,
            nieuw.Brutojaarloon ?? was.Brutojaarloon,
            nieuw.Eigenaar ?? was.Eigenaar,
            nieuw.Uurtarief ?? was.Uurtarief,
            nieuw.Marktconform ?? was.Marktconform,
            nieuw.Bedrag ?? was.Bedrag,
            nieuw.Aantal ?? was.Aantal
        );

    private static Beoordeelderegel Beoordeel(Regelversie versie, Begrotingsregel regel, Regeloordeel? oordeel)
    {
        var na = Na(regel, oordeel);
        return new(
            regel.Plaats,
            regel.Activiteit,
            regel.Soort,
            regel.Waarde,
            regel.Bedrag(versie),
            oordeel?.Uitkomst ?? Regeluitkomst.Aanvaard,
            na?.Waarde,
            na?.Bedrag(versie) ?? 0.00m,
            oordeel?.Reden?.Trim(),
            oordeel?.Artikel?.Trim(),
            oordeel?.Verschoven
        );
    }

    /// <summary>An activity in which no line was changed stays as it was written; of which nothing is left, goes.</summary>
    private static IReadOnlyList<Activiteitgegevens> Over(
        IReadOnlyList<Activiteitgegevens> gevraagd,
        IReadOnlyList<Begrotingsregel> regels,
        Dictionary<string, Regeloordeel> oordelen
    ) =>
        [
            .. gevraagd
                .Select(
                    (activiteit, rij) =>
                    {
                        var eigen = regels.Where(r => r.Rij == rij).ToList();
                        if (!eigen.Exists(r => oordelen.GetValueOrDefault(r.Plaats) is { Uitkomst: not Regeluitkomst.Aanvaard }))
                        {
                            return activiteit;
                        }
                        var na = eigen.Select(r => Na(r, oordelen.GetValueOrDefault(r.Plaats))).OfType<Begrotingsregel>().ToList();
                        return na.Count == 0 ? null : Begrotingsregel.Samen(activiteit.Soort, na);
                    }
                )
                .OfType<Activiteitgegevens>(),
        ];

    private static IEnumerable<Fout> Oordeelfouten(string plaats, Regelversie versie, Begrotingsregel regel, Regeloordeel oordeel)
    {
        if (oordeel.Uitkomst == Regeluitkomst.Aanvaard)
        {
            if (oordeel.Nieuw is not null)
            {
                yield return new($"{plaats}.nieuw", "U aanvaardt deze regel en geeft ook andere waarden. Kies gewijzigd, of haal ze weg.");
            }
            yield break;
        }
        if (oordeel.Reden?.Trim() is not { Length: > 0 and <= LangsteReden })
        {
            yield return new($"{plaats}.reden", $"Schrijf waarom u dit doet, in ten hoogste {LangsteReden} tekens.", Motivering);
        }
        if (oordeel.Artikel?.Trim() is not { Length: > 0 and <= LangsteArtikel })
        {
            yield return new($"{plaats}.artikel", "Noem het artikel waarop dit steunt, bijvoorbeeld 2.15, onderdeel h.", Motivering);
        }
        if (oordeel.Uitkomst == Regeluitkomst.Gewijzigd)
        {
            foreach (var fout in Waardefouten($"{plaats}.nieuw", versie, regel, oordeel))
            {
                yield return fout;
            }
        }
    }

    private static IEnumerable<Fout> Waardefouten(string plaats, Regelversie versie, Begrotingsregel regel, Regeloordeel oordeel)
    {
        if (oordeel.Nieuw is not { } nieuw || Samen(regel.Waarde, nieuw) == regel.Waarde)
        {
            yield return new(plaats, "U kiest gewijzigd, maar de waarden zijn zoals gevraagd. Schrijf wat wel telt, of kies aanvaard.");
            yield break;
        }
        if (Vreemd(regel.Soort, nieuw) is { } vreemd)
        {
            yield return new($"{plaats}.{vreemd}", "Dit hoort niet bij deze soort regel. Haal het weg.");
            yield break;
        }
        if (nieuw.Brutojaarloon < 0 || nieuw.Uurtarief < 0 || nieuw.Bedrag < 0 || nieuw.Aantal is < 0 or > Gegevenscontrole.MeesteStuks)
        {
            yield return new(plaats, $"Schrijf geen bedrag onder nul, en een aantal van 0 tot en met {Gegevenscontrole.MeesteStuks}.");
            yield break;
        }
        var (was, wordt) = (regel.Bedrag(versie), Na(regel, oordeel)!.Bedrag(versie));
        if (wordt > was && oordeel.Verschoven != true)
        {
            yield return new(
                plaats,
                $"Zo telt deze regel voor {Getal.Euro(wordt)}. Gevraagd is {Getal.Euro(was)}. Hoger kan alleen als kosten van een andere regel hierheen verschuiven; zeg dat er dan bij.",
                "artikel 4:29 Awb"
            );
        }
    }

    /// <summary>A member that another kind of line has; null when there is none.</summary>
    private static string? Vreemd(Regelsoort soort, Regelwaarde w) =>
        soort switch
        {
            Regelsoort.EigenUren => w is { Uurtarief: not null } ? "uurtarief"
            : w is { Marktconform: not null } ? "marktconform"
            : w is { Bedrag: not null } ? "bedrag"
            : w is { Aantal: not null } ? "aantal"
            : null,
            Regelsoort.ExterneUren => w is { Brutojaarloon: not null } ? "brutojaarloon"
            : w is { Eigenaar: not null } ? "eigenaar"
            : w is { Bedrag: not null } ? "bedrag"
            : w is { Aantal: not null } ? "aantal"
            : null,
            Regelsoort.OverigeExterneKosten => Uren(w) ?? (w is { Aantal: not null } ? "aantal" : null),
            _ => Uren(w) ?? (w is { Bedrag: not null } ? "bedrag" : null),
        };

    private static string? Uren(Regelwaarde w) =>
        w is { Uren: not null } ? "uren"
        : w is { Brutojaarloon: not null } ? "brutojaarloon"
        : w is { Eigenaar: not null } ? "eigenaar"
        : w is { Uurtarief: not null } ? "uurtarief"
        : w is { Marktconform: not null } ? "marktconform"
        : null;
}
