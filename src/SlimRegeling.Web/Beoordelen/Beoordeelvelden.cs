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
);

/// <summary>What an assessment comes to, on a page.</summary>
/// <param name="Gereserveerd">Euro; null where no budget limits it.</param>
/// <param name="Binnen">Whether it stands in a part of the page with a heading of its own.</param>
/// <param name="Focus">Whether it is what the reader asked.</param>
public sealed record Proefblad(Proefbeeld Proef, decimal? Gereserveerd = null, bool Binnen = false, bool Focus = false);
