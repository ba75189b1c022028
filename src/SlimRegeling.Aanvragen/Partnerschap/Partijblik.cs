using Marten;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>An invitation with the draft that it is for, as the invited party may look at it.</summary>
/// <param name="Formulier">As it stands in the draft, or as it counts once it was submitted.</param>
/// <param name="Rij">Which of its parties is invited.</param>
internal sealed record Partijblik(Uitnodiging Uitnodiging, Concept Concept, Formulier Formulier, int Rij, Aanvraagtijdvak Tijdvak)
{
    public Partijgegevens Partij => Formulier.Partijen![Rij];

    public Partijgegevens? Hoofdaanvrager => Formulier.Partijen!.FirstOrDefault(p => p.Rol == Deelnemergegevens.Hoofdaanvrager);

    public Uitnodigingsstand Stand(Instant nu) => Uitnodiging.Stand(Partij, gesloten: Concept.Ontvangen is null && nu >= Tijdvak.Sluit);

    public Gezamenlijk Plan(Regelstanden regels, Instant nu) => Gezamenlijk.Van(Formulier, regels.Versie(Tijdvak.Regelversie, nu));

    /// <summary>What is wrong in the part, or missing before it can be signed, at its place under <c>deel</c>.</summary>
    public IReadOnlyList<Fout> Fouten(Regelstanden regels, Instant nu)
    {
        var versie = regels.Versie(Tijdvak.Regelversie, nu);
        return
        [
            .. Eigen(Formuliercontrole.BijIndienen(Formulier, versie, Tijdvak.Aanvragertype, Concept.KvkNummer), Rij)
                .Concat(Verklaringen(versie))
                .DistinctBy(f => f.Veld),
        ];
    }

    /// <summary>Those of the mistakes in a form that stand in one party, as that party calls their place.</summary>
    public static IEnumerable<Fout> Eigen(IEnumerable<Fout> fouten, int rij)
    {
        var pad = $"partijen[{rij}].";
        return fouten
            .Where(f => f.Veld.StartsWith(pad, StringComparison.Ordinal))
            .Select(f => f with { Veld = $"{Deel}.{f.Veld[pad.Length..]}" });
    }

    /// <summary>
    /// Null when there is nothing for this caller: not invited, withdrawn, not a party any more. To them it is as if the case did not exist.
    /// </summary>
    public static async Task<Partijblik?> Lees(
        string zaaknummer,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        string kvkNummer,
        CancellationToken ct
    ) =>
        await eenheid.Sessie.LoadAsync<Uitnodiging>(Uitnodiging.Sleutel(zaaknummer, kvkNummer), ct) is { } uitnodiging
        && eenheid.MagZien(uitnodiging)
        && await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is { } concept
            ? await Van(uitnodiging, concept, eenheid, tijdvakken, ct)
            : null;

    public static async Task<Partijblik?> Van(
        Uitnodiging uitnodiging,
        Concept concept,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        CancellationToken ct
    )
    {
        if (uitnodiging.Laatst == Handeling.Ingetrokken || await Formulierzicht.Van(concept, eenheid, ct) is not { } formulier)
        {
            return null;
        }
        var rij = (formulier.Partijen ?? []).Select(p => p.KvkNummer).ToList().IndexOf(uitnodiging.KvkNummer);
        var tijdvak =
            await tijdvakken.Zoek(concept.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
        return rij < 0 ? null : new(uitnodiging, concept, formulier, rij, tijdvak);
    }

    private const string Deel = "deel";

    /// <summary>A declaration can be completed after the submission, but who signs for itself makes it (2.8, second paragraph).</summary>
    private IEnumerable<Fout> Verklaringen(Regelversie versie)
    {
        if (Partij.IsMkb && Partij.Verklaringen?.Mkb != true)
        {
            yield return new Fout(
                $"{Deel}.verklaringen.mkb",
                "Verklaar dat uw onderneming een mkb-onderneming is.",
                Artikel(versie, Documentcode.MkbVerklaring)
            );
        }
        if (Partij.Verklaringen?.DeMinimis is null)
        {
            yield return new Fout(
                $"{Deel}.verklaringen.deMinimis.soort",
                "Verklaar of u de-minimissteun kreeg.",
                Artikel(versie, Documentcode.DeMinimisverklaring)
            );
        }
    }

    private static string Artikel(Regelversie versie, string document) => $"artikel {versie.Document(document).Artikel}";
}
