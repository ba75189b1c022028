using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>Facts that an enterprise gives: they are kept beside its stream when they say something else than what is kept.</summary>
/// <param name="Bewaar">Keeps them.</param>
/// <param name="Zelfde">The kept facts that say the same already; null when there are none.</param>
public sealed record Opgave(Func<Verwijzing> Bewaar, Verwijzing? Zelfde)
{
    /// <param name="bekend">What is kept of it now.</param>
    internal static async Task<Opgave> Van<T>(
        string kvkNummer,
        T gegevens,
        Verwijzing? bekend,
        Func<T, bool> isZelfde,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
        where T : class =>
        new(
            () => eenheid.Bewaar(kvkNummer, gegevens),
            bekend is not null && await eenheid.Lees<T>(bekend, ct) is { } oud && isZelfde(oud) ? bekend : null
        );
}
