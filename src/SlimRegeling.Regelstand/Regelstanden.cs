using System.Collections.Frozen;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand;

/// <summary>
/// Every state that the rule versions have been in, as far as is known here: the files with the changes that were signed. Immutable, so a
/// decision that is given it stays pure.
/// </summary>
public sealed class Regelstanden
{
    private readonly IReadOnlyList<Regelstap> _stappen;
    private readonly FrozenDictionary<string, Versiestanden> _perVersie;
    private readonly string? _hash;

    public Regelstanden(IReadOnlyList<Regelstap> stappen)
        : this(stappen, stappen.GroupBy(s => s.Regelversie).ToFrozenDictionary(g => g.Key, g => new Versiestanden(g)), null) { }

    private Regelstanden(IReadOnlyList<Regelstap> stappen, FrozenDictionary<string, Versiestanden> perVersie, string? hash)
    {
        _stappen = stappen;
        _perVersie = perVersie;
        _hash = hash;
    }

    /// <summary>The files as they are.</summary>
    public static Regelstanden Ongewijzigd { get; } = new([]);

    /// <summary>The version with every change that holds at the moment.</summary>
    /// <exception cref="KeyNotFoundException">No such version.</exception>
    public Regelversie Versie(string id, Instant moment) =>
        (_hash is null ? null : Versie(id, _hash, moment))
        ?? (_perVersie.TryGetValue(id, out var standen) ? standen.Op(moment) : Regelboek.Versie(id));

    /// <summary>
    /// The state with this hash: that of the moment, or one in which a change had been signed but not been heard of yet. Null when the
    /// version never had it.
    /// </summary>
    public Regelversie? Versie(string id, string hash, Instant moment)
    {
        if (_perVersie.TryGetValue(id, out var standen))
        {
            return standen.Met(hash, moment);
        }
        return Regelboek.Versie(id) is { } versie && versie.Hash == hash ? versie : null;
    }

    /// <summary>For computing again: the states as they are, but where a version has one with this hash, that one.</summary>
    /// <param name="hash">As the decision recorded it; null for one from before that was recorded.</param>
    public Regelstanden Toen(string? hash) => hash is null ? this : new(_stappen, _perVersie, hash);

    /// <summary>With one change more.</summary>
    public Regelstanden Met(Regelstap stap) => new([.. _stappen, stap]);

    /// <summary>The state of the version at the moment, and each later one that is known already.</summary>
    public IEnumerable<Regelversie> Vanaf(string id, Instant moment) =>
        _perVersie.TryGetValue(id, out var standen) ? standen.Vanaf(moment) : [Regelboek.Versie(id)];
}
