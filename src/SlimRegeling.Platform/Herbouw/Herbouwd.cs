namespace SlimRegeling.Platform.Herbouw;

/// <summary>A read model that was made again, beside what stood there before. What was made stands there now, unless it may only be compared.</summary>
/// <param name="Model">Its table, with its schema.</param>
/// <param name="Rijen">Rows as they are now.</param>
/// <param name="Ontbrak">Rows that were missing.</param>
/// <param name="Anders">Rows that said something else.</param>
/// <param name="TeVeel">Rows that follow from no event.</param>
/// <param name="Eerste">The first hundred of these three, in the order of their names.</param>
public sealed record Herbouwd(string Model, long Rijen, long Ontbrak, long Anders, long TeVeel, IReadOnlyList<Rijverschil> Eerste)
{
    /// <summary>Whether differences stay as they are: nothing may be changed there.</summary>
    public bool AlleenVergeleken { get; init; }

    public long Verschillen => Ontbrak + Anders + TeVeel;
}

/// <param name="Was">In words, for who reads the outcome.</param>
public sealed record Rijverschil(string Rij, string Was);

/// <summary>What was made again of one context, in one transaction.</summary>
/// <param name="Gebeurtenissen">How many events of its own were read.</param>
/// <param name="Berichten">How many messages it heard again.</param>
public sealed record Contextherbouw(string Context, long Gebeurtenissen, long Berichten, TimeSpan Duur, IReadOnlyList<Herbouwd> Modellen);
