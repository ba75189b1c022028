using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>The fields of an assessment as they stand on a page.</summary>
/// <param name="Artikelen">What a correction mostly rests on.</param>
/// <param name="Teksten">What can be put in; none on a page that does not do that.</param>
public sealed record Beoordeelvelden(
    Beoordeelformulier Formulier,
    Invulling Invulling,
    IReadOnlyList<Artikelkeuze> Artikelen,
    IReadOnlyList<Standaardtekst> Teksten
)
{
    /// <summary>All that the rules weigh, in their order; empty where only what is judged stands.</summary>
    public IReadOnlyList<Toetsbeeld> Getoetst { get; init; } = [];

    /// <summary>Every requirement and ground in that order: with fields where a person judges it, else what the rules made of it.</summary>
    public IReadOnlyList<(Oordeelvak? Vak, Toetsbeeld? Toets)> Gewogen =>
        [
            .. Getoetst.Select(toets =>
                Formulier.Oordelen.FirstOrDefault(vak => vak.Vraag.Code == toets.Code) is { } vak
                    ? (vak, (Toetsbeeld?)null)
                    : ((Oordeelvak?)null, (Toetsbeeld?)toets)
            ),
            .. Formulier
                .Oordelen.Where(vak => Getoetst.All(toets => toets.Code != vak.Vraag.Code))
                .Select(vak => ((Oordeelvak?)vak, (Toetsbeeld?)null)),
        ];
}

/// <summary>What an assessment comes to, on a page.</summary>
/// <param name="Gereserveerd">Euro; null where no budget limits it.</param>
/// <param name="Binnen">Whether it stands in a part of the page with a heading of its own.</param>
/// <param name="Focus">Whether it is what the reader asked.</param>
public sealed record Proefblad(Proefbeeld Proef, decimal? Gereserveerd = null, bool Binnen = false, bool Focus = false);
