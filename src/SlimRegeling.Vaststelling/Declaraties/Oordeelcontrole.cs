using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// What must be right in the judgments of a declaration: one of every line, and why; of a line that is accepted as it is when the program sees that it
/// should not be.
/// </summary>
internal static class Oordeelcontrole
{
    private const string Motivering = "3:46 Awb";
    private const int LangsteReden = 2_000;

    private static readonly string[] Sectoren = [Sectornaam.Landbouw, Sectornaam.Visserij, Sectornaam.Wegvervoer, Sectornaam.Overig];

    /// <summary>The parties that something is declared of, for whom it is not said whether a limit of their sector holds.</summary>
    public static IReadOnlyList<string> ZonderSector(Declaratie declaratie, IReadOnlyDictionary<string, string>? sectoren) =>
        [
            .. declaratie
                .Regels.Select(r => r.Partij)
                .OfType<string>()
                .Distinct()
                .Where(partij => sectoren?.ContainsKey(partij) != true)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>With the article of its reason in each judgment that names none.</summary>
    public static DeclaratieBeoordelen.Verzoek MetArtikelen(DeclaratieBeoordelen.Verzoek verzoek, Declaratie declaratie, Regelversie versie)
    {
        var activiteiten = declaratie.Regels.ToDictionary(r => r.Id, r => r.Activiteit, StringComparer.Ordinal);
        return verzoek with
        {
            Controleverklaring = Controleoordelen.MetArtikel(verzoek.Controleverklaring, versie),
            Regels =
            [
                .. verzoek.Regels.Select(oordeel =>
                    string.IsNullOrWhiteSpace(oordeel.Artikel)
                    && oordeel is { Code: { } code, Uitkomst: not Regeluitkomst.Aanvaard }
                    && activiteiten.TryGetValue(oordeel.Regel, out var activiteit)
                    && Kostenreden.Artikel(versie, code, activiteit) is { } artikel
                        ? oordeel with
                        {
                            Artikel = artikel,
                        }
                        : oordeel
                ),
            ],
        };
    }

    /// <param name="compleet">Whether every line must be judged, and of every party its sector told.</param>
    /// <param name="zonderSectoren">Of a proposal from before every party had to be told of.</param>
    /// <param name="zonderRedenen">Of a proposal from before a line could not be accepted against what is seen in it without a reason.</param>
    /// <param name="zonderVorm">Of a proposal from before an article had to have the form of one.</param>
    public static List<Fout> Fouten(
        Verantwoording verantwoording,
        Declaratie declaratie,
        DeclaratieBeoordelen.Verzoek verzoek,
        Regelversie versie,
        bool compleet = true,
        bool zonderSectoren = false,
        bool zonderRedenen = false,
        bool zonderVorm = false
    )
    {
        var signalen = compleet && !zonderRedenen ? Signaleren.Van(verantwoording, declaratie, versie).ToLookup(s => s.Regel) : null;
        var regels = declaratie.Regels.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var beoordeeld = new HashSet<string>(StringComparer.Ordinal);
        var fouten = new List<Fout>();
        for (var i = 0; i < verzoek.Regels.Count; i++)
        {
            var oordeel = verzoek.Regels[i];
            if (!regels.TryGetValue(oordeel.Regel, out var regel))
            {
                fouten.Add(new($"regels[{i}].regel", $"Regel '{oordeel.Regel}' staat niet in de declaratie."));
            }
            else if (!beoordeeld.Add(oordeel.Regel))
            {
                fouten.Add(new($"regels[{i}].regel", $"Regel '{oordeel.Regel}' hebt u al beoordeeld. Noem haar één keer."));
            }
            else
            {
                fouten.AddRange(
                    Regel(regel, oordeel, versie, signalen?[regel.Id], zonderVorm)
                        .Select(fout => fout with { Veld = $"regels[{i}].{fout.Veld}" })
                );
            }
        }
        fouten.AddRange(
            declaratie
                .Regels.Where(r => compleet && !beoordeeld.Contains(r.Id))
                .Select(r => new Fout("regels", $"Regel '{r.Id}' is nog niet beoordeeld.", "4:46 Awb"))
        );
        fouten.AddRange(
            (verzoek.Sectoren ?? new Dictionary<string, string>())
                .Where(s => !verantwoording.Deelnames.ContainsKey(s.Key) || !Sectoren.Contains(s.Value))
                .Select(s => new Fout($"sectoren.{s.Key}", $"Noem een partij van deze zaak, met {string.Join(", ", Sectoren)}."))
        );
        // Without an answer a farm would get as much as any other party.
        fouten.AddRange(
            (compleet && !zonderSectoren ? ZonderSector(declaratie, verzoek.Sectoren) : []).Select(partij => new Fout(
                $"sectoren.{partij}",
                $"Kies of voor partij {partij} een sectorgrens geldt: {string.Join(", ", Sectoren)}. Bij {Sectornaam.Overig} geldt er geen.",
                versie.Parameters[Parameters.MaximumLandbouwInSamenwerkingsverband.Code].Artikel
            ))
        );
        return fouten;
    }

    /// <param name="signalen">What is seen in the line; null when nothing is asked about that.</param>
    private static IEnumerable<Fout> Regel(
        Kostenregel regel,
        Regeloordeel oordeel,
        Regelversie versie,
        IEnumerable<Signaleren.Signaal>? signalen,
        bool zonderVorm
    )
    {
        if (!Regeluitkomst.Alle.Contains(oordeel.Uitkomst))
        {
            yield return new("uitkomst", $"Kies uit {string.Join(", ", Regeluitkomst.Alle)}.");
            yield break;
        }
        if (Bedrag(regel, oordeel, versie) is { } bedrag)
        {
            yield return bedrag;
        }
        else if (oordeel.Uitkomst == Regeluitkomst.Aanvaard && signalen is not null && Toch(regel, oordeel, signalen) is { } toch)
        {
            yield return toch;
        }
        if (oordeel.Uitkomst == Regeluitkomst.Aanvaard)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(oordeel.Reden) || oordeel.Reden.Length > LangsteReden)
        {
            yield return new("reden", $"Schrijf op waarom, in ten hoogste {LangsteReden} tekens.", Motivering);
        }
        if (oordeel.Code is null || !Kostenreden.Alle.Contains(oordeel.Code))
        {
            yield return new("code", $"Kies uit {string.Join(", ", Kostenreden.Alle)}.", Motivering);
        }
        if (string.IsNullOrWhiteSpace(oordeel.Artikel))
        {
            yield return new("artikel", "Noem het artikel.", Motivering);
        }
        else if (!zonderVorm && !Artikelvorm.Is(oordeel.Artikel))
        {
            yield return new("artikel", Artikelvorm.Uitleg, Motivering);
        }
    }

    /// <summary>
    /// Who accepts what the program would not says why, for who signs and for who looks at it years later. To repeat what the program says is no reason.
    /// </summary>
    private static Fout? Toch(Kostenregel regel, Regeloordeel oordeel, IEnumerable<Signaleren.Signaal> signalen)
    {
        var reden = oordeel.Reden?.Trim() ?? "";
        if (reden.Length > LangsteReden)
        {
            return new("reden", $"Schrijf op waarom, in ten hoogste {LangsteReden} tekens.", Motivering);
        }
        var gezien = signalen.Where(s => s.Uitkomst != Regeluitkomst.Aanvaard).Select(s => s.Uitleg).ToList();
        return gezien.Count > 0 && (reden.Length == 0 || gezien.Contains(reden))
            ? new(
                "reden",
                $"Regel '{regel.Id}' aanvaardt u, maar daarin is iets gezien: {string.Join(' ', gezien)} Schrijf op waarom u haar toch aanvaardt, of wijzig haar of wijs haar af.",
                Motivering
            )
            : null;
    }

    private static Fout? Bedrag(Kostenregel regel, Regeloordeel oordeel, Regelversie versie)
    {
        var (gevraagd, hoogste) = (Regelbedrag.Gevraagd(versie, regel), Regelbedrag.Hoogste(versie, regel));
        return oordeel switch
        {
            { Uitkomst: Regeluitkomst.Gewijzigd } when Regelbedrag.IsVast(regel) => new(
                "uitkomst",
                "Deze regel heeft een vast bedrag. Aanvaard haar of wijs haar af."
            ),
            { Uitkomst: Regeluitkomst.Gewijzigd, Bedrag: { } bedrag } => bedrag >= 0m && bedrag < gevraagd && bedrag <= hoogste
                ? null
                : new("bedrag", $"Geef een bedrag onder {Getal.Euro(gevraagd)}, en niet meer dan {Getal.Euro(hoogste)}."),
            { Uitkomst: Regeluitkomst.Gewijzigd } => new("bedrag", "Geef het bedrag dat meetelt."),
            { Bedrag: not null } => new("bedrag", "Geef alleen een bedrag als u de regel wijzigt."),
            { Uitkomst: Regeluitkomst.Aanvaard } when hoogste < gevraagd => new(
                "uitkomst",
                $"Het uurtarief is hoger dan het maximum. Wijzig deze regel in ten hoogste {Getal.Euro(hoogste)}.",
                Regelbedrag.Tariefartikel(versie, regel)
            ),
            _ => null,
        };
    }
}
