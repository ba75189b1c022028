using Marten;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>The open transaction of this call. A call writes in one context only: two could not commit together.</summary>
public sealed class Werkeenheden(Aanroep aanroep, Contextregister contexten) : IAsyncDisposable
{
    private Werkeenheid? _open;

    public Aanroep Aanroep => aanroep;

    internal Werkeenheid? Open => _open;

    internal Werkeenheid Van(Contextopslag opslag)
    {
        _open ??= new Werkeenheid(opslag, aanroep, contexten.Berichtsoorten);
        return _open.Opslag == opslag
            ? _open
            : throw new InvalidOperationException(
                $"This call writes in {_open.Opslag.Context.Naam}; it cannot write in {opslag.Context.Naam} too."
            );
    }

    /// <summary>This call writes in a transaction that another opened and ends.</summary>
    internal void Neem(Contextopslag opslag, IDocumentSession sessie) =>
        _open = new Werkeenheid(opslag, aanroep, contexten.Berichtsoorten, sessie);

    internal async Task Opnieuw()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
            _open = null;
        }
    }

    public async ValueTask DisposeAsync() => await Opnieuw();
}
