using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>
/// What the rules say of what a draft holds so far, each thing at its place. A part that is filled in is looked at while the others are empty: a
/// warning about costs does not wait for the size of the enterprise.
/// </summary>
/// <param name="Aandachtspunten">On which it would be refused.</param>
/// <param name="Opmerkingen">What is good to know and refuses nothing.</param>
/// <param name="Kosten">The costs that count with the lines that explain them; null while there are none.</param>
/// <param name="Beoordeling">Of the whole plan; null while a part that decides the amount is missing.</param>
internal sealed record Deelcontrole(
    IReadOnlyList<Fout> Aandachtspunten,
    IReadOnlyList<Fout> Opmerkingen,
    (decimal Bedrag, IReadOnlyList<Rekenregel> Regels)? Kosten,
    Beoordeling? Beoordeling
)
{
    private static readonly Deelcontrole Niets = new([], [], null, null);

    private static readonly string[] Kostenposten =
    [
        Postcode.Adviseur,
        Postcode.OverigExtern,
        Postcode.Loon,
        Postcode.ExternEnLoon,
        Postcode.Toeslag,
        Postcode.SubsidiabeleKosten,
    ];

    public static Deelcontrole Van(Formulier formulier, Aanvraagtijdvak tijdvak, Regelversie versie, string aanvrager)
    {
        if (Formuliercontrole.Fouten(formulier).Count > 0)
        {
            return Niets;
        }
        var type = tijdvak.Aanvragertype;
        var geheel = Formuliercontrole.IsTeRekenen(formulier, type);
        var beoordeling = geheel
            ? Beoordeel(versie, formulier.Regelplan(type), formulier, tijdvak, aanvrager)
            : Beoordeling.Van(versie, Deelplan(formulier, type), new Feiten { TijdvakVoor = type });
        var kosten = beoordeling.Berekening.SubsidiabeleKosten;
        return new(
            [
                .. beoordeling
                    .Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan && t.Code != Grondcode.EisenRegeling)
                    .Where(t => geheel || IsBekend(t.Code, formulier, kosten))
                    .Select(t => new Fout(Plaats(t, formulier, type), t.Uitleg, $"artikel {t.Artikel}")),
            ],
            [.. Opmerking(formulier, versie, beoordeling)],
            kosten > 0m ? (kosten, [.. beoordeling.Berekening.Regels.Where(r => Kostenposten.Contains(r.Code))]) : null,
            geheel ? beoordeling : null
        );
    }

    /// <summary>On the closing day of the window, as a proefberekening does, with the de-minimis aid as far as it was declared.</summary>
    private static Beoordeling Beoordeel(Regelversie versie, Plan plan, Formulier formulier, Aanvraagtijdvak tijdvak, string aanvrager)
    {
        var (type, sluitdag) = (tijdvak.Aanvragertype, Moment.Dag(tijdvak.Sluit));
        var verklaard = formulier.DeMinimis(type, aanvrager);
        return Beoordeling.Van(
            versie,
            plan,
            new Feiten
            {
                TijdvakVoor = type,
                Peildatum = sluitdag,
                Steun = verklaard.Values.Any(v => v is null)
                    ? null
                    : [.. verklaard.Select(v => new Steun(v.Value!.Bedrag ?? 0m, sluitdag) { KvkNummer = v.Key })],
            }
        );
    }

    /// <summary>What there is of the plan; parties only tell something when all their figures are there.</summary>
    private static Plan Deelplan(Formulier formulier, string type)
    {
        IReadOnlyList<Activiteit> activiteiten =
        [
            .. (formulier.Activiteiten ?? []).Where(a => a.Soort is not null).Select(a => a.Regelactiviteit()),
        ];
        return type == Aanvragertype.Samenwerkingsverband
            ? Plan.Voor([], activiteiten)
            : new Plan(type, formulier.Onderneming?.Regelonderneming() ?? Onderneming.Geen, activiteiten);
    }

    /// <summary>Whether all is filled in on which a requirement looks. No costs at all are not too few: they are still to come.</summary>
    private static bool IsBekend(string code, Formulier formulier, decimal kosten) =>
        code switch
        {
            Eiscode.MinimumKosten => kosten > 0m,
            Eiscode.MkbOmvang or Eiscode.GrootbedrijfOmvang => formulier.Onderneming
                is { WerkzamePersonen: not null, Jaaromzet: not null, Balanstotaal: not null },
            Eiscode.GrootbedrijfSector => formulier.Onderneming?.SbiCodes is { Count: > 0 },
            _ => false,
        };

    private static string Plaats(Toets toets, Formulier formulier, string type) =>
        toets.Code switch
        {
            Eiscode.GrootbedrijfSector => "onderneming.sbiCodes",
            Eiscode.AandeelPartij when Rij(toets, "partij", formulier) is { } rij => $"partijen[{rij}].aandeelKosten",
            Eiscode.PartijOmvang when Rij(toets, "partijen", formulier) is { } rij => $"partijen[{rij}].werkzamePersonen",
            Eiscode.DeMinimisruimte => type == Aanvragertype.Samenwerkingsverband ? "partijen" : "verklaringen.deMinimis",
            _ => Overnemen.Veld(toets.Code),
        };

    /// <summary>Of the one party that a requirement names; null when it names several.</summary>
    private static int? Rij(Toets toets, string naam, Formulier formulier)
    {
        var kvkNummer = toets.Waarden.First(w => w.Naam == naam).Inhoud;
        return (formulier.Partijen ?? []).Index().Where(p => p.Item.KvkNummer == kvkNummer).Select(p => (int?)p.Index).FirstOrDefault();
    }

    private static IEnumerable<Fout> Opmerking(Formulier formulier, Regelversie versie, Beoordeling beoordeling)
    {
        var vastBedrag = versie.Zoek(Parameters.BedragLoopbaantraject) is not null;
        var marktconform = versie[Parameters.UurtariefBovenMaximum] == Uurtariefkeuze.Marktconform;
        var (hoogste, grens) = (versie[Parameters.UurtariefAdviseur], versie[Parameters.OffertesBoven]);
        var offertes = beoordeling.Toetsen.FirstOrDefault(t =>
            t is { Code: Eiscode.Marktconformiteit, Uitkomst: Toetsuitkomst.NietBeoordeeld }
        );
        foreach (var (i, activiteit) in (formulier.Activiteiten ?? []).Index())
        {
            if (activiteit.Soort is not (nameof(Activiteitsoort.A) or nameof(Activiteitsoort.B) or nameof(Activiteitsoort.C)))
            {
                continue;
            }
            if (vastBedrag && activiteit.Soort == nameof(Activiteitsoort.B))
            {
                continue;
            }
            foreach (var (j, regel) in (activiteit.ExterneUren ?? []).Index())
            {
                if (regel.Uurtarief > hoogste && !(marktconform && regel.Marktconform == true))
                {
                    yield return new Fout(
                        $"activiteiten[{i}].externeUren[{j}].uurtarief",
                        $"Van dit uurtarief telt {Getal.Euro(hoogste)} mee. Wat daarboven komt, betaalt u zelf"
                            + (marktconform ? ", tenzij u aantoont dat het tarief marktconform is." : "."),
                        $"artikel {versie.Post(Postcode.Adviseur).Artikel}"
                    );
                }
            }
            if (activiteit.OverigeExterneKosten > grens && offertes is not null)
            {
                yield return new Fout($"activiteiten[{i}].overigeExterneKosten", offertes.Uitleg, $"artikel {offertes.Artikel}");
            }
        }
    }
}
